"""Countries and what names them: the phrases that readers know, and the one rule for what is a country.

Names are Unicode CLDR's (package babel) for every ISO 3166-1 entry and Kosovo; data/countries.tsv adds older and
shorter names, peoples, capitals and governments, data/regions.tsv and data/places.tsv what lies inside countries.

The rule for disputed and special entries: **what has an entry in ISO 3166-1 counts for itself, and nothing else is a
country.** So Taiwan, Palestine, Hong Kong, Macau, Puerto Rico, Greenland and Western Sahara are entries of their own;
Kosovo is one too, by the code XK that Unicode, the EU and the IMF use. What has no entry counts as a place of the
country under whose entry ISO 3166-2 or, where it is silent, the UN General Assembly sees it: Scotland in GB, Tibet in
CN, Chechnya in RU, Crimea in UA, Gaza and East Jerusalem in PS, Abkhazia in GE, Somaliland in SO, Kashmir in IN and
Azad Kashmir in PK. A state that is no more counts for the one that holds its capital today: the Soviet Union for RU,
Yugoslavia for RS, Czechoslovakia for CZ, both Germanys for DE. The EU, the UN and other bodies of several countries are
no country.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import pycountry
from babel import Locale

from ..lexicons import lines_of, rows_of
from ..text.tokens import lexicon_spelling, tokenise

KOSOVO = "XK"


class Form(NamedTuple):
    """One phrase: the country's code ("" for a guard), by what it names it, and the region it is a name of."""

    phrase: str
    code: str
    by: str
    region: str = ""
    doubtful: bool = False  # believed only where the article names the country too
    half: bool = False  # the first half of a hyphened word: "Sino-American"
    exact: bool = False  # another word without its accents: "Malé"


@dataclass(frozen=True, slots=True)
class Place:
    """What a phrase names: the words after its first, the country's code ("" for a guard), and by what it is named."""

    rest: tuple[str, ...]
    code: str
    by: str
    doubtful: bool = False  # believed only where the article names the country too


@cache
def country_names() -> dict[str, str]:
    """Return the English name of each ISO 3166-1 entry and of Kosovo, by code, as readers know it."""
    names = dict.fromkeys([*(country.alpha_2 for country in pycountry.countries), KOSOVO], "")
    chosen = {row[0]: row[1] for row in rows_of("countries.tsv")}
    cldr = Locale("en").territories
    return {code: chosen.get(code) or str(cldr[code]) for code in sorted(names)}


@cache
def phrases() -> dict[str, tuple[Place, ...]]:
    """Return the phrases by their first word, longest first; guards are phrases that name no country."""
    found: dict[tuple[str, ...], Place] = {}
    for form in forms():
        parts = tuple(lexicon_spelling(word.text) for word in tokenise(form.phrase))
        if parts and not form.half:
            found.setdefault(parts, Place(parts[1:], form.code, form.by, form.doubtful))
    table: dict[str, list[Place]] = {}
    for parts, place in found.items():
        table.setdefault(parts[0], []).append(place)
    return {first: tuple(sorted(places, key=lambda place: -len(place.rest))) for first, places in table.items()}


@cache
def forms() -> tuple[Form, ...]:
    """Return every form of the lexicons; where two are the same phrase, the first one counts."""
    guards = [Form(line, "", "guard") for line in lines_of("guards.txt")]
    names = [Form(name, code, "name") for code, name in country_names().items()]
    return (*guards, *names, *_country_forms(), *_regions(), *_places())


def _country_forms() -> Iterator[Form]:
    for code, _, names, peoples, capitals, seats in rows_of("countries.tsv"):
        for by, field in (("name", names), ("people", peoples), ("capital", capitals), ("government", seats)):
            for phrase in filter(None, field.split("|")):
                yield _form(phrase, code, by)


def _regions() -> Iterator[Form]:
    for code, region, names, _ in rows_of("regions.tsv"):
        for phrase in filter(None, names.split("|")):
            yield _form(phrase, code, "place", region)


def _places() -> Iterator[Form]:
    for code, field in rows_of("places.tsv"):
        for phrase in field.split("|"):
            yield _form(phrase, code, "place")


def _form(phrase: str, code: str, by: str, region: str = "") -> Form:
    """Return a form by how the lexicons mark it: "?" or "=" before it, "-" behind a first half."""
    return Form(
        phrase.strip("?=-"), code, by, region, phrase.startswith("?"), phrase.endswith("-"), phrase.startswith("=")
    )

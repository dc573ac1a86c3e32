"""Countries and what names them: the phrases that readers know, and the one rule for what is a country.

Names are Unicode CLDR's (package babel) for every ISO 3166-1 entry and Kosovo; data/en/countries.tsv adds older and
shorter names, peoples, capitals and governments, data/en/regions.tsv and data/en/places.tsv what lies inside countries.

The rule for disputed and special entries: **what has an entry in ISO 3166-1 counts for itself, and nothing else is a
country.** So Taiwan, Palestine, Hong Kong, Macau, Puerto Rico, Greenland and Western Sahara are entries of their own;
Kosovo is one too, by the code XK that Unicode, the EU and the IMF use. What has no entry counts as a place of the
country under whose entry ISO 3166-2 or, where it is silent, the UN General Assembly sees it: Scotland in GB, Tibet in
CN, Chechnya in RU, Crimea in UA, Gaza and East Jerusalem in PS, Abkhazia in GE, Somaliland in SO, Kashmir in IN and
Azad Kashmir in PK. A state that is no more counts for the one that holds its capital today: the Soviet Union for RU,
Yugoslavia for RS, Czechoslovakia for CZ, both Germanys for DE. The EU, the UN and other bodies of several countries are
no country.
"""

from collections.abc import Iterator, Sequence
from functools import cache

import pycountry
from babel import Locale

from ..lexicons import lines_of, rows_of
from ..records import record
from ..text.tokens import lexicon_spelling, tokenise

KOSOVO = "XK"


@record
class SurfaceForm:
    """One phrase of a lexicon and what it names."""

    phrase: str
    code: str  # the country's ISO 3166-1 code; "" for a guard, a phrase that names no country
    by: str  # by what it names the country: "name", "people", "capital", "government", "place"; or "guard"
    region: str = ""  # the region that it is a name of, as in regions.tsv
    doubtful: bool = False  # believed only where the article names the country too
    half: bool = False  # the first half of a hyphened word: "Sino-American"
    exact: bool = False  # another word without its accents: "Malé"


@record
class CountryPhrase:
    """A phrase looked up by its first word: the words after it, and the country that the phrase names."""

    rest: tuple[str, ...]
    code: str  # the country's ISO 3166-1 code; "" for a guard, a phrase that names no country
    by: str  # by what it names the country: "name", "people", "capital", "government", "place"; or "guard"


@cache
def country_names() -> dict[str, str]:
    """Return the English name of each ISO 3166-1 entry and of Kosovo, by code, as readers know it."""
    names = dict.fromkeys([*(country.alpha_2 for country in pycountry.countries), KOSOVO], "")
    chosen = {row[0]: row[1] for row in rows_of("countries.tsv")}
    cldr = Locale("en").territories
    return {code: chosen.get(code) or str(cldr[code]) for code in sorted(names)}


@cache
def country_phrases() -> dict[str, tuple[CountryPhrase, ...]]:
    """Return the phrases that name countries, and guards that name none, by their first word; longest first."""
    found: dict[tuple[str, ...], CountryPhrase] = {}
    for form in surface_forms():
        parts = tuple(lexicon_spelling(word.text) for word in tokenise(form.phrase).words)
        if parts and not form.half:
            found.setdefault(parts, CountryPhrase(parts[1:], form.code, form.by))
    table: dict[str, list[CountryPhrase]] = {}
    for parts, place in found.items():
        table.setdefault(parts[0], []).append(place)
    return {first: tuple(sorted(places, key=lambda place: -len(place.rest))) for first, places in table.items()}


def phrase_at(words: Sequence[str], at: int) -> CountryPhrase | None:
    """Return the longest phrase that begins at a word of a row, its words spelt as the lexicons spell them, or None."""
    for phrase in country_phrases().get(words[at], ()):
        if tuple(words[at + 1 : at + 1 + len(phrase.rest)]) == phrase.rest:
            return phrase
    return None


@cache
def surface_forms() -> tuple[SurfaceForm, ...]:
    """Return every surface form of the lexicons; where two are the same phrase, the first one counts."""
    guards = [SurfaceForm(line, "", "guard") for line in lines_of("guards.txt")]
    names = [SurfaceForm(name, code, "name") for code, name in country_names().items()]
    return (*guards, *names, *_country_forms(), *_regions(), *_places())


def _country_forms() -> Iterator[SurfaceForm]:
    for code, _, names, peoples, capitals, seats in rows_of("countries.tsv"):
        for by, field in (("name", names), ("people", peoples), ("capital", capitals), ("government", seats)):
            for phrase in filter(None, field.split("|")):
                yield _form(phrase, code, by)


def _regions() -> Iterator[SurfaceForm]:
    for code, region, names, _ in rows_of("regions.tsv"):
        for phrase in filter(None, names.split("|")):
            yield _form(phrase, code, "place", region)


def _places() -> Iterator[SurfaceForm]:
    for code, field in rows_of("places.tsv"):
        for phrase in field.split("|"):
            yield _form(phrase, code, "place")


def _form(phrase: str, code: str, by: str, region: str = "") -> SurfaceForm:
    """Return a form by how the lexicons mark it: "?" or "=" before it, "-" behind a first half."""
    return SurfaceForm(
        phrase.strip("?=-"), code, by, region, phrase.startswith("?"), phrase.endswith("-"), phrase.startswith("=")
    )

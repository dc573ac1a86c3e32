"""Countries and places by their names: the phrases that countries.py looks for, and the names that readers know.

Names are Unicode CLDR's (package babel) for every ISO 3166-1 entry and Kosovo; data/countries.tsv adds older and
shorter names, peoples, capitals and governments, data/places.tsv what lies inside countries.
"""

from dataclasses import dataclass
from functools import cache

import pycountry
from babel import Locale

from .lexicons import lines_of, rows_of
from .words import plain, words_of

KOSOVO = "XK"  # no ISO entry; the code is the user-assigned one that Unicode, the EU and the IMF use


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
    for phrase, code, by in _entries():
        parts = tuple(plain(word.text) for word in words_of(phrase))
        if parts:
            found.setdefault(parts, Place(parts[1:], code, by, phrase.startswith("?")))
    table: dict[str, list[Place]] = {}
    for parts, place in found.items():
        table.setdefault(parts[0], []).append(place)
    return {first: tuple(sorted(places, key=lambda place: -len(place.rest))) for first, places in table.items()}


def _entries() -> list[tuple[str, str, str]]:
    guards = [(line, "", "guard") for line in lines_of("guards.txt")]
    names = [(name, code, "name") for code, name in country_names().items()]
    return guards + names + _country_forms() + _place_forms()


def _country_forms() -> list[tuple[str, str, str]]:
    forms = []
    for code, _, names, peoples, capitals, seats in rows_of("countries.tsv"):
        for by, field in (("name", names), ("people", peoples), ("capital", capitals), ("government", seats)):
            forms += [(phrase, code, by) for phrase in field.split("|") if phrase]
    return forms


def _place_forms() -> list[tuple[str, str, str]]:
    return [(phrase, code[:2], "place") for code, field in rows_of("places.tsv") for phrase in field.split("|")]


@cache
def regions() -> frozenset[str]:
    """Return the states and provinces that newspapers set behind a town: "Paris, Texas"."""
    lines = (field for code, field in rows_of("places.tsv") if code.endswith(" region"))
    return frozenset(phrase for field in lines for phrase in field.split("|"))

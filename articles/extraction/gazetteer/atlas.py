"""Every phrase that may name a country or a place in one, as one automaton: built once, when the first article comes.

The lexicons' forms come first (they win), then the short forms of states ("Calif."), then the towns of data/towns.tsv.
Of a phrase the atlas knows by what it names which country, and all towns of that name: which of them an article
means is for the package countries to say.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from ..lexicons import lines_of, rows_of
from ..text.tokens import lexicon_spelling, tokenise, unaccented
from .country_forms import Form, forms
from .phrase_automaton import PhraseAutomaton

SHORT = "short"  # a state's short form, which counts behind a town: "Paris, Tex."
COUNTIES = (" County", " Parish")  # how names of towns.tsv end that are counties of the United States
TOWN = "town"  # known only as a town, and perhaps a common word or a surname


class Town(NamedTuple):
    """A town of a name: its country, its region (GeoNames' admin1), its thousands of people."""

    code: str
    region: str
    thousands: int


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase names: a lexicon's form, and the towns so called as towns.tsv has them."""

    form: Form
    namesakes: str = ""

    @property
    def towns(self) -> tuple[Town, ...]:
        """Return the towns of this name, the most populous first."""
        return _towns(self.namesakes)


@cache
def atlas() -> PhraseAutomaton[Entry]:
    """Return the automaton of all phrases."""
    return PhraseAutomaton(_entries())


def parts_of(text: str) -> list[str]:
    """Return the words of a phrase as the atlas spells them: without dots in abbreviations, cut at hyphens."""
    return [part for word in tokenise(text) for part in lexicon_spelling(word.text).split("-") if part]


def _entries() -> Iterator[tuple[tuple[str, ...], Entry]]:
    towns = dict(line.split("\t") for line in lines_of("towns.tsv"))
    for form in forms():
        spelt = tuple(parts_of(form.phrase))
        entry = Entry(form, towns.get(form.phrase, ""))
        yield spelt, entry
        if not form.phrase.isascii() and not form.exact:
            yield tuple(map(unaccented, spelt)), entry
    yield from _short_forms()
    for name, namesakes in towns.items():
        spelt = tuple(name.replace("-", " ").split())
        entry = Entry(Form(name, "", TOWN), namesakes)
        yield spelt, entry
        if not name.isascii():
            yield tuple(map(unaccented, spelt)), entry


def _short_forms() -> Iterator[tuple[tuple[str, ...], Entry]]:
    """Yield the states' short forms; one with two dots and more counts alone: "N.J."."""
    for code, region, _, shorts in rows_of("regions.tsv"):
        for short in filter(None, shorts.split("|")):
            form = Form(short.strip("?"), code, SHORT, region, short.startswith("?"))
            yield tuple(word.text for word in tokenise(form.phrase)), Entry(form)


@lru_cache(maxsize=5_000)
def _towns(namesakes: str) -> tuple[Town, ...]:
    found = []
    for namesake in filter(None, namesakes.split("|")):
        place, thousands = namesake.split(":")
        code, region = place.split(".")
        found.append(Town(code, region, int(thousands)))
    return tuple(found)

"""A matcher of every phrase that may name a country or a place in one: built once, when the first article comes.

The surface forms of the lexicons come first (they win), then the abbreviations of states ("Calif."), then the towns of
data/towns.tsv. A phrase leads to its `GazetteerEntry`: which country it names and by what, and all towns of that name.
Which of them an article means is for the package countries to say.
"""

import gc
from collections.abc import Iterator
from functools import cache, lru_cache

from articles.names.normalise import unaccented

from ..lexicons import kinds_in, lines_of, rows_of
from ..records import record
from ..text.tokens import lexicon_spelling, tokenise
from .country_forms import SurfaceForm, surface_forms
from .phrase_automaton import PhraseAutomaton

ABBREVIATION = "short"  # by what a state's abbreviation names it; it counts behind a town: "Paris, Tex."
COUNTIES = tuple(
    f" {word}" for word in sorted(kinds_in("surroundings.tsv")["county"])
)  # how names of towns.tsv end that are counties of the United States
TOWN = "town"  # known only as a town, and perhaps a common word or a surname


@record
class Town:
    """A town: its country's ISO 3166-1 code, its region (GeoNames' admin1 code), its thousands of people."""

    code: str
    region: str
    thousands: int


@record
class GazetteerEntry:
    """What a phrase names: its surface form in a lexicon, and the towns of that name as a field of towns.tsv."""

    form: SurfaceForm
    namesakes: str = ""  # "US.OH:9|PL.72:18": country, region and thousands of people of each town

    @property
    def towns(self) -> tuple[Town, ...]:
        """Return the towns of this name, the most populous first."""
        return _towns(self.namesakes)


@cache
def place_matcher() -> PhraseAutomaton[GazetteerEntry]:
    """Return the automaton that finds all phrases of the gazetteer in a row of words."""
    matcher = PhraseAutomaton(_entries())
    gc.freeze()  # hundreds of thousands of objects that stay: the collector need not look through them ever again
    return matcher


def phrase_words(text: str) -> list[str]:
    """Return the words of a phrase as the gazetteer spells them: without dots in abbreviations, cut at hyphens."""
    return [part for word in tokenise(text).words for part in lexicon_spelling(word.text).split("-") if part]


def _entries() -> Iterator[tuple[tuple[str, ...], GazetteerEntry]]:
    towns = dict(line.split("\t") for line in lines_of("towns.tsv"))
    for form in surface_forms():
        spelt = tuple(phrase_words(form.phrase))
        entry = GazetteerEntry(form, towns.get(form.phrase, ""))
        yield spelt, entry
        if not form.phrase.isascii() and not form.exact:
            yield tuple(map(unaccented, spelt)), entry
    yield from _abbreviations()
    for name, namesakes in towns.items():
        spelt = tuple(name.replace("-", " ").split())
        entry = GazetteerEntry(SurfaceForm(name, "", TOWN), namesakes)
        yield spelt, entry
        if not name.isascii():
            yield tuple(map(unaccented, spelt)), entry


def _abbreviations() -> Iterator[tuple[tuple[str, ...], GazetteerEntry]]:
    """Yield the states' abbreviations; one with two dots and more counts alone: "N.J."."""
    for code, region, _, shorts in rows_of("regions.tsv"):
        for short in filter(None, shorts.split("|")):
            form = SurfaceForm(short.strip("?"), code, ABBREVIATION, region, short.startswith("?"))
            yield tuple(word.text for word in tokenise(form.phrase).words), GazetteerEntry(form)


@lru_cache(maxsize=5_000)
def _towns(namesakes: str) -> tuple[Town, ...]:
    found = []
    for namesake in filter(None, namesakes.split("|")):
        place, thousands = namesake.split(":")
        code, region = place.split(".")
        found.append(Town(code, region, int(thousands)))
    return tuple(found)

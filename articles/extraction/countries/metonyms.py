"""By what a phrase names its country; above all whether a capital stands for the government or for the town.

"Beijing said" and "ties between London and Paris" speak of governments, "in Beijing" and "Paris police" of places.
"""

from ..lexicons import cue_kinds
from ..text.reading import Page, Reading, sentence_at
from .namesakes import Placed
from .sightings import Sighting
from .surroundings import after, before, in_headline, joins_capital, shows, stands_after

_AROUND = 40  # words to each side in which a sentence tells of relations
_ROW = 6  # words back from a name in a row of names to what leads the row


def named_by(one: Placed, page: Page) -> str:
    """Return "name", "people", "capital", "government" or "place"."""
    by = one.sighting.entry.form.by
    if one.moved or by not in ("name", "people", "capital", "government"):
        return "place"
    if by == "capital" and not stands_for_government(one.sighting, page):
        return "place"
    return by


def stands_for_government(sighting: Sighting, page: Page) -> bool:
    """Say whether a capital's name means the government that sits there."""
    first, last = sighting.first, sighting.last
    if stands_after("locative", page, first) or _is_part(sighting, page):
        return False
    following = after(page, last)
    if shows("after_government", following):
        return True
    if page.words[last - 1].owns or shows("after_town", following):
        return False
    if "and" in (before(page, first), following):
        return _are_parties(page, first)
    if shows("agent", before(page, first)):
        return not shows("event", following)
    return shows("acting", following) or cue_kinds().get(following) in ("say", "tell")


def means_union(one: Placed, by: str) -> bool:
    """Say whether a capital that acts may be the European Union's seat: "Brussels said", of no Belgians."""
    return one.sighting.name == "Brussels" and by == "capital" and not one.backed


def names_union(reading: Reading) -> bool:
    """Say whether an article names the European Union, which is no country."""
    return any(shows("body", lower) for page in reading.pages for lower in page.lowers)


def _is_part(sighting: Sighting, page: Page) -> bool:
    """Say whether the name is part of a longer one or of a hyphened word: "London Bridge", "Paris-based"."""
    if page.text[sighting.span.end : sighting.span.end + 1] == "-":
        return True
    return joins_capital(page, sighting.last - 1, sighting.last) and not in_headline(page, sighting.first)


def _are_parties(page: Page, first: int) -> bool:
    """Say whether "Rome and Cairo" are governments: the sentence tells of relations, no "in" stands before."""
    back = range(first - 1, max(-1, first - _ROW), -1)
    leader = next(
        (page.lowers[at] for at in back if shows("agent", page.lowers[at]) or shows("locative", page.lowers[at])), ""
    )
    if shows("locative", leader):
        return False
    sentence = page.sentences[sentence_at(page, first)]
    around = range(max(sentence.first, first - _AROUND), min(sentence.last, first + _AROUND))
    return any(shows("relation", page.lowers[at]) for at in around)

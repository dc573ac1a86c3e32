"""Where the words around a country's or place's name show that no country is meant.

"US$" and "TELL US MORE", "Mr. Lincoln", "speaks Spanish", "Guinea pig", "Memphis Street", "Jackson Miller".
"""

from ..gazetteer.atlas import SHORT, TOWN
from ..lexicons import COMMON_WORDS, doubtful_names, given_names
from ..text.reading import Page
from ..text.words import proper
from .short_forms import stands_for_state
from .sightings import Sighting
from .surroundings import after, before, in_headline, joins_capital, shows, stands_after

_AGAINST = ("v", "vs", "versus")


def is_no_country(page: Page, sighting: Sighting, follows_town: bool) -> bool:
    """Say whether a phrase names no country here; `follows_town`: another sighting stands before its comma."""
    by = sighting.entry.form.by
    if by == SHORT:
        return not stands_for_state(page, sighting, follows_town)
    if by == "people":
        return _is_tongue(page, sighting) or _is_other_people(page, sighting)
    if by == "name":
        beast = shows("beast", after(page, sighting.last))
        return beast or _is_pronoun_or_money(page, sighting) or _gives_name(page, sighting, "paper")
    if by in ("place", "capital", TOWN):
        called_after = _gives_name(page, sighting, "paper", "street") or _is_persons(page, sighting)
        return called_after or _is_date(page, sighting)
    return False


def _is_date(page: Page, sighting: Sighting) -> bool:
    """Say whether "BC" counts years: "500 BC", "the fifth century BC"."""
    previous = before(page, sighting.first)
    return sighting.name == "BC" and (previous.isdigit() or previous in ("century", "years"))


def _is_pronoun_or_money(page: Page, sighting: Sighting) -> bool:
    text = page.text[sighting.span.start : sighting.span.end]
    if page.text[sighting.span.end : sighting.span.end + 1] == "$":
        return True
    return text == "US" and _is_shouted_pronoun(page, sighting.first)


def _is_shouted_pronoun(page: Page, at: int) -> bool:
    """Say whether "US" is the pronoun in a row of capitals: "TELL US MORE", but "US TROOPS LEAVE"."""
    around = [page.words[step].text for step in (at - 1, at + 1) if 0 <= step < len(page.words)]
    return shows("before_us", before(page, at)) and all(word.isupper() for word in around)


def _is_tongue(page: Page, sighting: Sighting) -> bool:
    """Say whether a people's name is its language: "speaks Spanish", "in Turkish."."""
    if not shows("tongue", page.lowers[sighting.last - 1]):
        return False
    previous, following = before(page, sighting.first), after(page, sighting.last)
    if shows("tongue_before", previous) or (shows("tongue_after", following) and not _owns(page, sighting)):
        return True
    return previous in ("in", "into") and (not following or shows("tongue_next", following))


def _owns(page: Page, sighting: Sighting) -> bool:
    return page.words[sighting.last - 1].owns


def _is_other_people(page: Page, sighting: Sighting) -> bool:
    following = after(page, sighting.last)
    if before(page, sighting.first) == "native":
        return True
    return sighting.name.startswith("Indian") and shows("native", following)


def _gives_name(page: Page, sighting: Sighting, *kinds: str) -> bool:
    """Say whether a paper or a street is called after the place: "Denver Post"."""
    last = sighting.last
    if last >= len(page.words) or not page.words[last].capital or _owns(page, sighting):
        return False
    return any(shows(kind, after(page, last)) for kind in kinds)


def _is_persons(page: Page, sighting: Sighting) -> bool:
    """Say whether a place's word is part of a person's or another thing's name."""
    first, last = sighting.first, sighting.last
    if _titled(page, first) or shows("storm", before(page, first)):
        return True
    if in_headline(page, first):
        return False
    if joins_capital(page, first, first - 1) and _is_given_name(proper(page.words[first - 1])):
        return not stands_after("locative", page, first)
    if sighting.entry.form.by != TOWN:
        return False
    return _goes_on_before(page, first) or _goes_on_behind(page, last)


def _is_given_name(word: str) -> bool:
    return word in given_names() and word not in doubtful_names()


def _titled(page: Page, first: int) -> bool:
    if first == 0 or page.words[first].gap not in (" ", ". ") or not page.words[first - 1].capital:
        return False
    return shows("title", page.lowers[first - 1])


def _goes_on_before(page: Page, first: int) -> bool:
    if not joins_capital(page, first, first - 1):
        return False
    lower = page.lowers[first - 1]
    return not (lower in COMMON_WORDS or shows("before_town", lower) or shows("locative", lower) or shows("of", lower))


def _goes_on_behind(page: Page, last: int) -> bool:
    if last < len(page.words) and (page.words[last].gap == " & " or page.lowers[last] in _AGAINST):
        return True  # a firm's name, or a case before a court
    if not joins_capital(page, last - 1, last):
        return False
    lower = page.lowers[last]
    return not (shows("after_town", lower) or shows("school", lower) or lower in COMMON_WORDS)

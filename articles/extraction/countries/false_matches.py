"""Where the words around a country's or place's name show that no country is meant.

"US$" and "TELL US MORE", "Mr. Lincoln", "speaks Spanish", "Guinea pig", "Memphis Street", "Jackson Miller".
"""

from ..gazetteer.place_matcher import ABBREVIATION, TOWN
from ..lexicons import COMMON_WORDS, doubtful_names, given_names
from ..text.analysis import AnalysedParagraph
from .context import in_headline, joins_capital, shows, stands_after, word_after, word_before, words_of_kind
from .state_abbreviations import stands_for_state
from .toponyms import Toponym

_NATIVES = tuple(words_of_kind("native_people"))


def is_false_match(paragraph: AnalysedParagraph, toponym: Toponym, follows_town: bool) -> bool:
    """Say whether a phrase names no country here; `follows_town`: another toponym stands before its comma."""
    by = toponym.entry.form.by
    if by == ABBREVIATION:
        return not stands_for_state(paragraph, toponym, follows_town)
    if by == "people":
        following = word_after(paragraph, toponym.last)
        called_after = shows("dish", following) or shows("illness", following)
        return called_after or _is_tongue(paragraph, toponym) or _is_other_people(paragraph, toponym)
    if by == "name":
        following = word_after(paragraph, toponym.last)
        other_thing = any(shows(kind, following) for kind in ("beast", "dish", "river"))
        return other_thing or _is_pronoun_or_money(paragraph, toponym) or _gives_name(paragraph, toponym, "paper")
    if by in ("place", "capital", TOWN):
        called_after = _gives_name(paragraph, toponym, "paper", "street") or _is_persons(paragraph, toponym)
        return called_after or _is_date(paragraph, toponym)
    return False


def _is_date(paragraph: AnalysedParagraph, toponym: Toponym) -> bool:
    """Say whether "BC" counts years: "500 BC", "the fifth century BC"."""
    previous = word_before(paragraph, toponym.first)
    return shows("counts_years", toponym.name) and (previous.isdigit() or shows("era", previous))


def _is_pronoun_or_money(paragraph: AnalysedParagraph, toponym: Toponym) -> bool:
    text = paragraph.text[toponym.span.start : toponym.span.end]
    if paragraph.text[toponym.span.end : toponym.span.end + 1] == "$":
        return True
    return shows("shouted_pronoun", text) and _is_shouted_pronoun(paragraph, toponym.first)


def _is_shouted_pronoun(paragraph: AnalysedParagraph, at: int) -> bool:
    """Say whether "US" is the pronoun in a row of capitals: "TELL US MORE", but "US TROOPS LEAVE"."""
    around = [paragraph.words[step].text for step in (at - 1, at + 1) if 0 <= step < len(paragraph.words)]
    return shows("before_us", word_before(paragraph, at)) and all(word.isupper() for word in around)


def _is_tongue(paragraph: AnalysedParagraph, toponym: Toponym) -> bool:
    """Say whether a people's name is its language: "speaks Spanish", "in Turkish."."""
    if not shows("tongue", paragraph.lowers[toponym.last - 1].replace("‑", "-").partition("-")[0]):
        return False
    previous, following = _before_row(paragraph, toponym.first), word_after(paragraph, toponym.last)
    if _is_hyphened_tongue(paragraph, toponym) or shows("tongue_before", previous):
        return True
    if shows("tongue_after", following) and not _owns(paragraph, toponym):
        return True
    return shows("before_tongue", previous) and (not following or shows("tongue_next", following))


def _before_row(paragraph: AnalysedParagraph, first: int) -> str:
    """Return the word before a tongue or before the row of tongues that it ends: "speak Portuguese and French"."""
    previous = word_before(paragraph, first)
    if shows("row", previous) and shows("tongue", word_before(paragraph, first, 2)):
        return word_before(paragraph, first, 3)
    return previous


def _is_hyphened_tongue(paragraph: AnalysedParagraph, toponym: Toponym) -> bool:
    """Say whether a hyphen binds a tongue to what shows it: "Portuguese-language", "Spanish-speaking"."""
    _, hyphen, rest = paragraph.lowers[toponym.last - 1].replace("‑", "-").partition("-")
    return bool(hyphen) and shows("tongue_after", rest)


def _owns(paragraph: AnalysedParagraph, toponym: Toponym) -> bool:
    return paragraph.words[toponym.last - 1].possessive


def _is_other_people(paragraph: AnalysedParagraph, toponym: Toponym) -> bool:
    following = word_after(paragraph, toponym.last)
    if shows("before_native", word_before(paragraph, toponym.first)):
        return True
    return toponym.name.startswith(_NATIVES) and shows("native", following)


def _gives_name(paragraph: AnalysedParagraph, toponym: Toponym, *kinds: str) -> bool:
    """Say whether a paper or a street is called after the place: "Denver Post"."""
    last = toponym.last
    if last >= len(paragraph.words) or not paragraph.words[last].capital or _owns(paragraph, toponym):
        return False
    return any(shows(kind, word_after(paragraph, last)) for kind in kinds)


def _is_persons(paragraph: AnalysedParagraph, toponym: Toponym) -> bool:
    """Say whether a place's word is part of a person's or another thing's name."""
    first, last = toponym.first, toponym.last
    if _titled(paragraph, first) or shows("storm", word_before(paragraph, first)):
        return True
    if in_headline(paragraph, first):
        return False
    if joins_capital(paragraph, first, first - 1) and _is_given_name(paragraph.words[first - 1].title):
        return not stands_after("locative", paragraph, first)
    if toponym.entry.form.by != TOWN:
        return False
    return _goes_on_before(paragraph, first) or _goes_on_behind(paragraph, last)


def _is_given_name(word: str) -> bool:
    return word in given_names() and word not in doubtful_names()


def _titled(paragraph: AnalysedParagraph, first: int) -> bool:
    if first == 0 or paragraph.gaps[first] not in (" ", ". ") or not paragraph.words[first - 1].capital:
        return False
    return shows("title", paragraph.lowers[first - 1])


def _goes_on_before(paragraph: AnalysedParagraph, first: int) -> bool:
    if not joins_capital(paragraph, first, first - 1):
        return False
    lower = paragraph.lowers[first - 1]
    return not (lower in COMMON_WORDS or shows("before_town", lower) or shows("locative", lower) or shows("of", lower))


def _goes_on_behind(paragraph: AnalysedParagraph, last: int) -> bool:
    if last < len(paragraph.words) and (paragraph.gaps[last] == " & " or shows("against", paragraph.lowers[last])):
        return True  # a firm's name, or a case before a court
    if not joins_capital(paragraph, last - 1, last):
        return False
    lower = paragraph.lowers[last]
    return not (shows("after_town", lower) or shows("school", lower) or lower in COMMON_WORDS)

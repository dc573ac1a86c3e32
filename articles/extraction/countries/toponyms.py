"""Toponym recognition: the gazetteer's phrases in the words of a paragraph, without people's names and guards.

In: a paragraph and the words that belong to people's names. Out: `Toponym`s in order, the longest phrases, none over
another.
"""

from collections.abc import Iterator
from functools import partial
from itertools import count, pairwise
from typing import NamedTuple

from ..findings import Span
from ..gazetteer.phrase_automaton import longest
from ..gazetteer.place_matcher import COUNTIES, TOWN, GazetteerEntry, place_matcher
from ..records import record
from ..text.analysis import AnalysedParagraph
from .context import shows

_LINKS = frozenset((" ", "-", "‑", ". ", ".", " & ", "&", "\xa0"))
_LONGEST_ACRONYM = 5


@record
class Toponym:
    """A phrase of the gazetteer: half-open word range in its paragraph, and its span (one word may hold two)."""

    paragraph: int
    first: int
    last: int
    span: Span
    entry: GazetteerEntry

    @property
    def name(self) -> str:
        """Return the phrase as the lexicons spell it."""
        return self.entry.form.phrase


class _Part(NamedTuple):
    """A word, or the part of one between hyphens."""

    text: str
    word: int
    start: int
    end: int


_part = partial(tuple.__new__, _Part)


def toponyms_in(paragraph: AnalysedParagraph, taken: set[tuple[int, int]]) -> Iterator[Toponym]:
    """Yield the phrases of a paragraph that may name a country or a place.

    `taken` are words of people's names, each as the paragraph's index and the word's.
    """
    texts = [word.text for word in paragraph.words]
    hyphens = "-" in paragraph.text or "‑" in paragraph.text
    parts = _parts(paragraph) if hyphens and any("-" in text or "‑" in text for text in texts) else []
    found = place_matcher().all_in([part.text for part in parts] if parts else texts)
    if not found:
        return
    parts = parts or [*map(_part, zip(texts, count(), paragraph.starts, paragraph.ends))]

    def allowed(first: int, last: int, entry: GazetteerEntry) -> bool:
        ends = ((paragraph.index, parts[first].word), (paragraph.index, parts[last - 1].word))
        return not taken.intersection(ends) and _may_stand(paragraph, parts, first, last, entry)

    for first, last, entry in longest(found, allowed):
        if entry.form.by != "guard":
            span = Span(paragraph.index, parts[first].start, parts[last - 1].end)
            yield Toponym(paragraph.index, parts[first].word, parts[last - 1].word + 1, span, entry)


def _may_stand(paragraph: AnalysedParagraph, parts: list[_Part], first: int, last: int, entry: GazetteerEntry) -> bool:
    """Say whether a phrase can be itself here: by its capital, its gaps, and hyphens beside it."""
    form = entry.form
    if not parts[first].text[0].isupper() or not _linked(paragraph, parts[first:last], entry):
        return False
    if form.half:
        return _half_of(parts, last)
    if form.by == TOWN and _inside(parts, first, last, entry):
        return False
    shouts = form.by in (TOWN, "place") and not form.phrase.isupper()
    return not (shouts and _is_acronym(paragraph, parts[first:last]))


def _parts(paragraph: AnalysedParagraph) -> list[_Part]:
    parts: list[_Part] = []
    for at, word in enumerate(paragraph.words):
        if "-" not in word.text and "‑" not in word.text:
            parts.append(_Part(word.text, at, paragraph.starts[at], paragraph.ends[at]))
        else:
            parts += _between_hyphens(word.text, at, paragraph.starts[at])
    return parts


def _between_hyphens(word: str, at: int, start: int) -> Iterator[_Part]:
    for text in word.replace("‑", "-").split("-"):
        if text:
            yield _Part(text, at, start, start + len(text))
        start += len(text) + 1


def _linked(paragraph: AnalysedParagraph, parts: list[_Part], entry: GazetteerEntry) -> bool:
    """Say whether only what may stand inside a name divides the words of a phrase."""
    gaps = (paragraph.text[one.end : other.start] for one, other in pairwise(parts))
    phrase = entry.form.phrase
    return all(gap in _LINKS or gap.replace("’", "'") in phrase for gap in gaps)


def _inside(parts: list[_Part], first: int, last: int, entry: GazetteerEntry) -> bool:
    """Say whether a hyphen binds a phrase to another word that shows no town: "Jackson-Lee", but "Macon-based"."""
    if first and parts[first - 1].word == parts[first].word:
        return not entry.form.phrase.endswith(COUNTIES)
    qualified = last < len(parts) and parts[last].word == parts[last - 1].word
    return qualified and not shows("after_town", parts[last].text)


def _half_of(parts: list[_Part], last: int) -> bool:
    """Say whether a hyphened word goes on with a capital: "Sino-American"."""
    return last < len(parts) and parts[last].word == parts[last - 1].word and parts[last].text[0].isupper()


def _is_acronym(paragraph: AnalysedParagraph, parts: list[_Part]) -> bool:
    """Say whether a place's letters are all capitals beside words that are not: "NICE" is no town."""
    text, at = parts[0].text, parts[0].word
    if len(parts) > 1 or not 1 < len(text) <= _LONGEST_ACRONYM or not text.isupper() or at == 0:
        return False
    around = [paragraph.words[step].text for step in (at - 1, at + 1) if 0 <= step < len(paragraph.words)]
    return all(word.islower() for word in around)

"""Toponym recognition: the gazetteer's phrases in the words of a paragraph, without people's names and guards.

In: a paragraph and the words that belong to people's names. Out: `Toponym`s in order, the longest phrases, none over
another.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from operator import attrgetter

from ..findings import Span
from ..gazetteer.phrase_automaton import longest
from ..gazetteer.place_matcher import COUNTIES, TOWN, GazetteerEntry, place_matcher
from ..records import record
from ..text.analysis import AnalysedParagraph
from .context import shows

_LINKS = frozenset((" ", "-", "‑", ". ", ".", " & ", "&", "\xa0"))
_LONGEST_ACRONYM = 5
_TEXT, _PARTS = attrgetter("text"), attrgetter("parts")


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


class _Parts:
    """The words of a paragraph, those with hyphens cut at them: the text of each part, and the word that it is of."""

    def __init__(self, paragraph: AnalysedParagraph) -> None:
        words = paragraph.words
        cut = "-" in paragraph.text or "‑" in paragraph.text
        self._paragraph = paragraph
        self._cut = cut
        self.texts = list(chain.from_iterable(map(_PARTS, words))) if cut else list(map(_TEXT, words))

    @cached_property
    def words(self) -> Sequence[int]:
        """Return for each part the word that it is of; asked for where a phrase was found."""
        words = self._paragraph.words
        return [at for at, word in enumerate(words) for _ in word.parts] if self._cut else range(len(words))

    def start(self, at: int) -> int:
        """Return the code point where a part begins."""
        word = self.words[at]
        start = self._paragraph.starts[word]
        while at and self.words[at - 1] == word:
            at -= 1
            start += len(self.texts[at]) + 1
        return start

    def end(self, at: int) -> int:
        """Return the code point behind a part."""
        word = self.words[at]
        whole = len(self._paragraph.words[word].parts) == 1
        return self._paragraph.ends[word] if whole else self.start(at) + len(self.texts[at])


def toponyms_in(paragraph: AnalysedParagraph, taken: set[tuple[int, int]]) -> Iterator[Toponym]:
    """Yield the phrases of a paragraph that may name a country or a place.

    `taken` are words of people's names, each as the paragraph's index and the word's.
    """
    parts = _Parts(paragraph)
    found = place_matcher().all_in(parts.texts)
    if not found:
        return

    def allowed(first: int, last: int, entry: GazetteerEntry) -> bool:
        ends = ((paragraph.index, parts.words[first]), (paragraph.index, parts.words[last - 1]))
        return taken.isdisjoint(ends) and _may_stand(paragraph, parts, first, last, entry)

    for first, last, entry in longest(found, allowed):
        if entry.form.by != "guard":
            span = Span(paragraph.index, parts.start(first), parts.end(last - 1))
            yield Toponym(paragraph.index, parts.words[first], parts.words[last - 1] + 1, span, entry)


def _may_stand(paragraph: AnalysedParagraph, parts: _Parts, first: int, last: int, entry: GazetteerEntry) -> bool:
    """Say whether a phrase can be itself here: by its capital, its gaps, and hyphens beside it."""
    form = entry.form
    if not parts.texts[first][0].isupper() or not _linked(paragraph, parts, first, last, entry):
        return False
    if form.half:
        return _half_of(parts, last)
    if form.by == TOWN and _inside(parts, first, last, entry):
        return False
    shouts = form.by in (TOWN, "place") and not form.phrase.isupper()
    return not (shouts and _is_acronym(paragraph, parts, first, last))


def _linked(paragraph: AnalysedParagraph, parts: _Parts, first: int, last: int, entry: GazetteerEntry) -> bool:
    """Say whether only what may stand inside a name divides the words of a phrase."""
    if last - first == 1:
        return True
    gaps = (paragraph.text[parts.end(at) : parts.start(at + 1)] for at in range(first, last - 1))
    phrase = entry.form.phrase
    return all(gap in _LINKS or gap.replace("’", "'") in phrase for gap in gaps)


def _inside(parts: _Parts, first: int, last: int, entry: GazetteerEntry) -> bool:
    """Say whether a hyphen binds a phrase to another word that shows no town: "Jackson-Lee", but "Macon-based"."""
    if first and parts.words[first - 1] == parts.words[first]:
        return not entry.form.phrase.endswith(COUNTIES)
    qualified = last < len(parts.words) and parts.words[last] == parts.words[last - 1]
    return qualified and not shows("after_town", parts.texts[last])


def _half_of(parts: _Parts, last: int) -> bool:
    """Say whether a hyphened word goes on with a capital: "Sino-American"."""
    goes_on = last < len(parts.words) and parts.words[last] == parts.words[last - 1]
    return goes_on and parts.texts[last][0].isupper()


def _is_acronym(paragraph: AnalysedParagraph, parts: _Parts, first: int, last: int) -> bool:
    """Say whether a place's letters are all capitals beside words that are not: "NICE" is no town."""
    text, at = parts.texts[first], parts.words[first]
    if last - first > 1 or not 1 < len(text) <= _LONGEST_ACRONYM or not text.isupper() or at == 0:
        return False
    around = [paragraph.words[step].text for step in (at - 1, at + 1) if 0 <= step < len(paragraph.words)]
    return all(word.islower() for word in around)

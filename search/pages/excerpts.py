"""What a result shows of a paragraph: all of it, or, of a long one, the whole sentences that have its marks.

In: a text and the half-open spans to mark in it, in order. Out: fragments of the text in order, each a run of whole
sentences, with their marks. A sentence too long to be shown is cut between words around its first mark.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from articles.extraction.text.sentences import sentences_of

SHORT = 700  # characters of a paragraph that is shown as it is
ROOM = 480  # characters that the sentences of a longer one may fill
BEFORE = 160  # characters shown ahead of the first mark of a sentence that has to be cut
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fragment:
    """A part of the text, with the spans to mark in it."""

    text: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Fragments of a text, and whether it goes on before the first and after the last."""

    fragments: tuple[Fragment, ...]
    cut_before: bool = False
    cut_after: bool = False


def excerpt(text: str, marks: Sequence[Span]) -> Excerpt:
    """Return a paragraph, or as much of a long one as a reader can take in at a glance, with its marks."""
    if len(text) <= SHORT:
        return Excerpt((Fragment(text, tuple(marks)),))
    sentences = sentences_of(text, [])  # of what is said too: a speech may fill the whole paragraph
    chosen = _chosen(sentences, [_marks_in(sentence, marks) for sentence in sentences])
    spans = _runs(sentences, chosen) if chosen else [_cut(text, marks)]
    spans = [(start, start + len(text[start:end].rstrip())) for start, end in spans]
    fragments = tuple(Fragment(text[start:end], tuple(_within(start, end, marks))) for start, end in spans)
    return Excerpt(fragments, bool(text[: spans[0][0]].strip()), bool(text[spans[-1][1] :].strip()))


def _marks_in(sentence: Span, marks: Sequence[Span]) -> int:
    """Count the marks that begin in a sentence."""
    return bisect_left(marks, (sentence[1], 0)) - bisect_left(marks, (sentence[0], 0))


def _chosen(sentences: Sequence[Span], counts: Sequence[int]) -> set[int]:
    """Return the sentences that fill the room: those with most marks, then those that follow the first of them.

    None where the first one alone is longer than the room.
    """
    marked = sorted((index for index, count in enumerate(counts) if count), key=lambda index: -counts[index])
    first = marked[0] if marked else 0
    after = range(first, len(sentences))
    chosen: set[int] = set()
    room = ROOM
    for index in dict.fromkeys([*marked, *after]):
        start, end = sentences[index]
        if end - start <= room:
            chosen.add(index)
            room -= end - start
        elif index == first or index not in marked:
            break  # what follows without a mark has no gaps
    return chosen


def _runs(sentences: Sequence[Span], chosen: Collection[int]) -> list[Span]:
    """Join neighbouring sentences."""
    runs = groupby(enumerate(sorted(chosen)), key=lambda pair: pair[1] - pair[0])
    indexes = [[index for _, index in run] for _, run in runs]
    return [(sentences[run[0]][0], sentences[run[-1]][1]) for run in indexes]


def _within(start: int, end: int, marks: Iterable[Span]) -> Iterator[Span]:
    for first, last in marks:
        if first < end and last > start:
            yield max(first, start) - start, min(last, end) - start


def _cut(text: str, marks: Sequence[Span]) -> Span:
    """Return what stands around the first mark of a text, from a word's beginning to a word's end."""
    first = marks[0][0] if marks else 0
    start = _start(text, first) if first > BEFORE else 0
    latest = start + ROOM
    blank = text.rfind(" ", latest - BEFORE, latest) if latest < len(text) else len(text)
    return start, min(blank, len(text)) if blank >= 0 else latest


def _start(text: str, first: int) -> int:
    blank = text.find(" ", first - BEFORE, first)
    return blank + 1 if blank >= 0 else first - BEFORE

"""The part of a paragraph that a result shows: all of it, or, of a very long one, what stands around its first mark."""

from collections.abc import Sequence
from dataclasses import dataclass

LONGEST = 700  # characters of a paragraph that is shown whole
BEFORE = 200  # characters shown ahead of the first mark of a longer one
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text with the half-open places to mark in it, and whether the text goes on around it."""

    text: str
    marks: tuple[Span, ...]
    cut_before: bool = False
    cut_after: bool = False


def excerpt(text: str, marks: Sequence[Span]) -> Excerpt:
    """Cut a paragraph to what a reader can take in at a glance, between words."""
    if len(text) <= LONGEST:
        return Excerpt(text, tuple(marks))
    start = _start(text, marks[0][0] if marks else 0)
    end = _end(text, start + LONGEST)
    inside = tuple((max(a, start) - start, min(b, end) - start) for a, b in marks if a < end and b > start)
    return Excerpt(text[start:end], inside, start > 0, end < len(text))


def _start(text: str, first_mark: int) -> int:
    if first_mark < BEFORE:
        return 0
    earliest = min(first_mark - BEFORE, len(text) - LONGEST)
    blank = text.find(" ", earliest, first_mark)
    return blank + 1 if blank >= 0 else earliest


def _end(text: str, latest: int) -> int:
    if latest >= len(text):
        return len(text)
    blank = text.rfind(" ", latest - BEFORE, latest)
    return blank if blank >= 0 else latest

"""Pairs of quotation marks in one text: curly, straight, single, low-high, guillemets and ``latex'' ones.

In: a text. Out: its outermost `MarkPair`s in order; the last may be open to the text's end. Apostrophes are no marks.
"""

from bisect import bisect_left

from .double_marks import double_pairs
from .mark_pairs import MarkPair
from .single_marks import single_pairs


def mark_pairs(text: str) -> list[MarkPair]:
    """Return the outermost pairs of one text in order; those that the next goes on with, and the last, may be open."""
    doubles = double_pairs(text)
    singles = [pair for pair in single_pairs(text) if not _cuts(pair, doubles)]
    return sorted(_outermost(doubles + singles), key=lambda pair: pair.start)


def _cuts(single: MarkPair, doubles: list[MarkPair]) -> bool:
    """Say whether a single pair only half holds a double one: then its marks were apostrophes."""
    around_start = _last_before(doubles, single.start)
    around_end = _last_before(doubles, single.end)
    return bool(
        (around_start and single.start < around_start.end < single.end)
        or (around_end and single.start < around_end.start and single.end < around_end.end)
    )


def _last_before(pairs: list[MarkPair], place: int) -> MarkPair | None:
    """Return the last of the ordered pairs that opens before a place."""
    index = bisect_left(pairs, place, key=lambda pair: pair.start)
    return pairs[index - 1] if index else None


def _outermost(pairs: list[MarkPair]) -> list[MarkPair]:
    kept: list[MarkPair] = []
    reach = -1
    for pair in sorted(pairs, key=lambda pair: (pair.start, -pair.end)):
        if pair.start >= reach:
            kept.append(pair)
            reach = pair.end
    return kept

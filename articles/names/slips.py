"""Slips of the hand: whether a name that somebody typed is a known one with a letter wrong here and there.

One letter more, less, other or exchanged with its neighbour counts as one slip (optimal string alignment, as rapidfuzz
computes it). Each word of the typed name must be a word of the known one with at most one slip, in any order; the known
one may have more words. "Emanuel Macrn" is so near to "Emmanuel Macron", and "Macrn" too.
"""

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from .spellings import spellings

SHORT = 4  # letters of a word in which a slip makes another word: Lee is no Leo
MOST_SLIPS = 2  # of a whole name


def slips_between(typed: str, known: str) -> int | None:
    """Return how many slips lie between a typed name and a known one; None where they are two names."""
    counts = [_slips(one.split(), other.split()) for one in spellings(typed) for other in spellings(known)]
    return min((count for count in counts if count is not None), default=None)


def _slips(typed: Sequence[str], known: Sequence[str]) -> int | None:
    left, slips = list(known), 0
    for word in typed:
        nearest = min(left, key=lambda other, word=word: _distance(word, other), default=None)  # type: ignore[misc]
        if nearest is None or _distance(word, nearest) > _allowed(word):
            return None
        left.remove(nearest)
        slips += _distance(word, nearest)
    return slips if typed and slips <= MOST_SLIPS else None


def _distance(one: str, other: str) -> int:
    return OSA.distance(one, other, score_cutoff=1)


def _allowed(word: str) -> int:
    return 1 if len(word) >= SHORT else 0

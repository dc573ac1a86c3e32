"""One doc value of all documents of a doc set, segment by segment.

Nothing is laid together that segments hold: what is asked of a column is asked of the part of each segment.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Column:
    """A number of every document, by which it is found in tables.

    The documents of part i have the doc ids from `offsets[i]` on, and the numbers `parts[i] + bases[i]`, all of them
    below `size`. Of a column that is only looked up, `size` is 0.
    """

    name: str
    parts: Sequence[np.ndarray]
    offsets: Sequence[int]
    bases: Sequence[int]
    size: int = 0

    def take(self, doc_ids: np.ndarray) -> np.ndarray:
        """Return the numbers of some documents, whose ids ascend."""
        taken = [
            part.take(some) + part.dtype.type(base) if base else part.take(some)
            for (_, some), part, base in zip(split(doc_ids, self.offsets), self.parts, self.bases, strict=True)
        ]
        return taken[0] if len(taken) == 1 else np.concatenate([np.zeros(0, np.uint8), *taken])

    def spread(self, table: np.ndarray) -> np.ndarray:
        """Return, for every document, what a table has at its number."""
        spread = [table[base:].take(part) for part, base in zip(self.parts, self.bases, strict=True)]
        return spread[0] if len(spread) == 1 else np.concatenate([np.zeros(0, table.dtype), *spread])


def split(doc_ids: np.ndarray, offsets: Sequence[int]) -> Iterator[tuple[slice, np.ndarray]]:
    """Split ascending doc ids by part; yield for each where they are among all, and what they are within the part.

    The documents of part i have the ids from `offsets[i]` to `offsets[i + 1]`.
    """
    if len(offsets) == 2:
        yield slice(None), doc_ids
        return
    places = np.searchsorted(doc_ids, offsets).tolist()
    for offset, begin, end in zip(offsets, places, places[1:], strict=False):
        yield slice(begin, end), doc_ids[begin:end] - offset if offset else doc_ids[begin:end]

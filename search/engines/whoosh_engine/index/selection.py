"""Some documents of a doc set, and what was already counted of them."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from search.engines.whoosh_engine.index.columns import Column, split

SPARSE = 8  # selected documents are few when there are so many times as many in all


class Selection:
    """Some documents of a doc set of `size` documents: their ids, ascending, and a mask over all of them.

    What is looked up or counted of them is so once, however often it is asked for.
    """

    def __init__(self, size: int, doc_ids: np.ndarray) -> None:
        self.size = size
        self.doc_ids = doc_ids
        self._mask: np.ndarray | None = None
        self._numbers: dict[str, np.ndarray] = {}
        self._column_counts: dict[str, np.ndarray] = {}
        self._facet_counts: dict[str, np.ndarray] = {}

    @property
    def mask(self) -> np.ndarray:
        """A mask of the documents."""
        if self._mask is None:
            self._mask = np.zeros(self.size, bool)
            self._mask[self.doc_ids] = True
        return self._mask

    @property
    def sparse(self) -> bool:
        """Whether it is quicker to go through the ids than through the mask."""
        return len(self.doc_ids) * SPARSE < self.size

    def narrowed(self, kept: np.ndarray) -> "Selection":
        """Return those of the documents that a mask keeps, which is in the order of their ids."""
        narrowed = Selection(self.size, self.doc_ids.compress(kept))
        narrowed._numbers = {name: numbers.compress(kept) for name, numbers in self._numbers.items()}
        return narrowed

    def parts(self, offsets: Sequence[int]) -> "list[Selection]":
        """Return what is selected of each part; that of part i has the ids from `offsets[i]` to `offsets[i + 1]`."""
        if len(offsets) == 2:
            return [self]
        parts = []
        for (begin, end), (_, doc_ids) in zip(pairwise(offsets), split(self.doc_ids, offsets), strict=True):
            part = Selection(end - begin, doc_ids)
            part._mask = None if self._mask is None else self._mask[begin:end]
            parts.append(part)
        return parts

    def numbers(self, column: Column) -> np.ndarray:
        """Return the numbers that the documents have in a column."""
        return _once(self._numbers, column.name, lambda: column.take(self.doc_ids))

    def column_counts(self, column: Column) -> np.ndarray:
        """Count, for each number of a column, the documents that have it."""
        count = lambda: np.bincount(self.numbers(column), minlength=column.size)  # noqa: E731
        return _once(self._column_counts, column.name, count)

    def facet_counts(self, name: str, count: "Callable[[Selection], np.ndarray]") -> np.ndarray:
        """Return what a function counts, under the name of a facet."""
        return _once(self._facet_counts, name, lambda: count(self))


def selection_of(mask: np.ndarray) -> Selection:
    """Return the documents in a mask over all of a doc set."""
    selection = Selection(len(mask), np.flatnonzero(mask))
    selection._mask = mask
    return selection


def _once(made: dict[str, np.ndarray], name: str, make: Callable[[], np.ndarray]) -> np.ndarray:
    if name not in made:
        made[name] = make()
    return made[name]

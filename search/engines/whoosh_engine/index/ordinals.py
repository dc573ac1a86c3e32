"""Values of documents as ordinals: the places of the values in the ascending list of all that occur.

Values may be any number; ordinals are small, so what is counted by ordinal is counted by one pass over an array. Where
a mask says which documents are meant, `take` and `compress` are several times as fast as an index by the mask itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from search.engines.whoosh_engine.index.selection import Selection

NONE = -1  # the ordinal of a document without a value
FEW = 8  # values that are looked for one after the other, which is quicker than by a table
SMALL, SPREAD = 2**22, 16  # numbers below, or below so many times as many as there are, get ordinals by a table


@dataclass(frozen=True)
class SingleValued:
    """One value a document, or none: `ordinals[doc_id]` is its place in `values`."""

    values: np.ndarray
    ordinals: np.ndarray


@dataclass(frozen=True)
class MultiValued:
    """Any number of values a document.

    `ordinals[i]` is the place in `values` of a value of the document `docs[i]`; these ascend. There are `size`
    documents.
    """

    values: np.ndarray
    ordinals: np.ndarray
    docs: np.ndarray
    size: int

    @cached_property
    def offsets(self) -> np.ndarray:
        """Where the values of each document begin; one more at the end."""
        return np.searchsorted(self.docs, np.arange(self.size + 1)).astype(np.int32)

    def counts(self, selected: Selection) -> np.ndarray:
        """Count, for each value, the selected documents that have it."""
        if selected.sparse:
            ordinals = self._ordinals_of(selected.doc_ids)
        else:
            ordinals = self.ordinals.compress(selected.mask.take(self.docs))
        return np.bincount(ordinals, minlength=len(self.values))

    def having(self, wanted: np.ndarray) -> np.ndarray:
        """Return a mask of the documents that have one of these values."""
        mask, among = np.zeros(self.size, bool), np.isin(self.values, wanted)
        ordinals = np.flatnonzero(among)
        if len(ordinals) > FEW:
            mask[self.docs.compress(among.take(self.ordinals))] = True
            return mask
        for ordinal in ordinals.tolist():
            mask[self.docs_with(ordinal)] = True
        return mask

    def docs_with(self, ordinal: int) -> np.ndarray:
        """Return the ids of the documents that have the value of an ordinal, ascending."""
        return self.docs.compress(self.ordinals == ordinal)

    def _ordinals_of(self, doc_ids: np.ndarray) -> np.ndarray:
        begins = self.offsets.take(doc_ids)
        counts = self.offsets.take(doc_ids + 1) - begins
        before = np.cumsum(counts, dtype=np.int32) - counts
        places = np.repeat(begins - before, counts)
        return self.ordinals.take(places + np.arange(len(places), dtype=np.int32))


def to_ordinals(numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the different numbers, ascending, and for each number its place among them."""
    if len(numbers) and numbers.min() >= 0 and numbers.max() < max(SMALL, SPREAD * len(numbers)):
        there = np.zeros(int(numbers.max()) + 1, bool)
        there[numbers] = True
        places = np.cumsum(there, dtype=np.int32) - 1
        return np.flatnonzero(there), places[numbers]
    values, ordinals = np.unique(numbers, return_inverse=True)
    return values.astype(np.int64), ordinals.astype(np.int32)


def single_valued(numbers: np.ndarray, none: int | None = None) -> SingleValued:
    """Give each document's number an ordinal; `none` stands for no value."""
    there = np.ones(len(numbers), bool) if none is None else numbers != none
    ordinals = np.full(len(numbers), NONE, np.int32)
    values, ordinals[there] = to_ordinals(numbers[there])
    return SingleValued(values, ordinals)


def multi_valued(numbers: np.ndarray, docs: np.ndarray, size: int) -> MultiValued:
    """Give the numbers of documents ordinals, in as few bytes as hold them; the documents ascend."""
    values, ordinals = to_ordinals(numbers)
    return MultiValued(values, narrow(ordinals), docs, size)


def narrow(numbers: np.ndarray) -> np.ndarray:
    """Return numbers of zero or more in as few bytes as hold them."""
    return numbers.astype(np.min_scalar_type(int(numbers.max(initial=0))))


def merge_values(lists: Sequence[np.ndarray]) -> tuple[np.ndarray, list[np.ndarray]]:
    """Merge ascending lists of values; return them all, and for each list the places of its values among them."""
    values = np.unique(np.concatenate([np.zeros(0, np.int64), *lists]))
    return values, [np.searchsorted(values, one).astype(np.int32) for one in lists]

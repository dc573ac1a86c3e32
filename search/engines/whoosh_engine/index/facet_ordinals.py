"""The values that documents have in a facet, as ordinals: counted, filtered and grouped by."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from search.engines.whoosh_engine.index.columns import Column
from search.engines.whoosh_engine.index.ordinals import MultiValued, SingleValued, merge_values
from search.engines.whoosh_engine.index.selection import Selection

FEW = 4  # documents are counted one by one where a column has so many times as many numbers


class FacetOrdinals(Protocol):
    """A facet of a doc set. `values` has the numbers of all values, ascending; an ordinal is a place among them."""

    values: np.ndarray

    def counts(self, selected: Selection) -> np.ndarray:
        """Count, for each value, the selected documents that have it."""

    def having(self, wanted: np.ndarray) -> np.ndarray:
        """Return a mask of the documents that have one of these values."""

    def having_among(self, wanted: np.ndarray, selected: Selection) -> np.ndarray:
        """Return a mask over the selected documents, in their order, of those that have one of these values."""

    def docs_with(self, ordinal: int, selected: Selection) -> np.ndarray:
        """Return the ids of the selected documents that have the value of an ordinal, ascending."""


class ByColumn:
    """A facet with one value a document, or none, which the document's number in a column decides."""

    def __init__(self, column: Column, valued: SingleValued) -> None:
        self.values = valued.values
        self._column = column
        self._ordinals = valued.ordinals  # by number of the column

    def counts(self, selected: Selection) -> np.ndarray:
        """Count, for each value, the selected documents that have it."""
        if len(selected.doc_ids) * FEW < self._column.size:
            ordinals = self._ordinals.take(selected.numbers(self._column))
            return np.bincount(ordinals + 1, minlength=len(self.values) + 1)[1:]
        counts = np.bincount(self._ordinals + 1, selected.column_counts(self._column), minlength=len(self.values) + 1)
        return counts[1:].astype(np.int64)

    def having(self, wanted: np.ndarray) -> np.ndarray:
        """Return a mask of the documents that have one of these values."""
        return self._column.spread(self._having(wanted))

    def having_among(self, wanted: np.ndarray, selected: Selection) -> np.ndarray:
        """Return a mask over the selected documents, in their order, of those that have one of these values."""
        return self._having(wanted).take(selected.numbers(self._column))

    def _having(self, wanted: np.ndarray) -> np.ndarray:
        """Return a mask of the numbers of the column that stand for one of these values."""
        return np.append(np.isin(self.values, wanted), False).take(self._ordinals)  # NONE is the last

    def docs_with(self, ordinal: int, selected: Selection) -> np.ndarray:
        """Return the ids of the selected documents that have the value of an ordinal, ascending."""
        return selected.doc_ids.compress((self._ordinals == ordinal).take(selected.numbers(self._column)))


class ByLists:
    """A facet with any number of values a document, listed segment by segment."""

    def __init__(self, parts: Sequence[MultiValued], offsets: Sequence[int]) -> None:
        self._parts, self._offsets = parts, offsets
        self.values, self._ordinals = merge_values([part.values for part in parts])

    def counts(self, selected: Selection) -> np.ndarray:
        """Count, for each value, the selected documents that have it."""
        counts = np.zeros(len(self.values), np.int64)
        for part, ordinals, some in zip(self._parts, self._ordinals, selected.parts(self._offsets), strict=True):
            counts[ordinals] += part.counts(some)
        return counts

    def having(self, wanted: np.ndarray) -> np.ndarray:
        """Return a mask of the documents that have one of these values."""
        return np.concatenate([np.zeros(0, bool), *(part.having(wanted) for part in self._parts)])

    def having_among(self, wanted: np.ndarray, selected: Selection) -> np.ndarray:
        """Return a mask over the selected documents, in their order, of those that have one of these values."""
        return self.having(wanted).take(selected.doc_ids)

    def docs_with(self, ordinal: int, selected: Selection) -> np.ndarray:
        """Return the ids of the selected documents that have the value of an ordinal, ascending."""
        found = [np.zeros(0, np.int64)]
        for part, ordinals, offset in zip(self._parts, self._ordinals, self._offsets, strict=False):
            of_part = np.flatnonzero(ordinals == ordinal)
            found += [part.docs_with(int(one)) + offset for one in of_part]
        doc_ids = np.concatenate(found)
        return doc_ids.compress(selected.mask.take(doc_ids))

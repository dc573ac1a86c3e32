"""Doc values as ordinals: a value's ordinal is its index in the ascending list of all values that occur.

Values may be any number; ordinals are small, so counting by ordinal is one pass over an array. Where a mask says which
documents are meant, `take` and `compress` are several times as fast as an index by the mask itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

NONE = -1  # the ordinal of a document without a value
TABLE_LIMIT, TABLE_SPREAD = 2**22, 16  # values below, or below so many times their number, are mapped by a table
SPARSE = 8  # a selection is sparse when there are so many times as many documents in all


@dataclass(frozen=True, eq=False)
class Selection:
    """Some documents: a mask over all, their doc ids, and how many of them have each value of a facet."""

    mask: np.ndarray
    _counts: dict[str, np.ndarray] = field(default_factory=dict)

    @cached_property
    def doc_ids(self) -> np.ndarray:
        """The ids of the selected documents, ascending."""
        return np.flatnonzero(self.mask)

    @property
    def sparse(self) -> bool:
        """Whether it is quicker to go through the doc ids than through the mask."""
        return len(self.doc_ids) * SPARSE < len(self.mask)

    def counts(self, facet: str, valued: "FacetOrdinals") -> np.ndarray:
        """Return, for each value of a facet, how many selected documents have it; counted once, then kept."""
        if facet not in self._counts:
            self._counts[facet] = valued.counts(self)
        return self._counts[facet]


@dataclass(frozen=True)
class SingleValued:
    """Doc values with one value a document, or none: `values[ordinals[doc_id]]`, or NONE as the ordinal."""

    values: np.ndarray
    ordinals: np.ndarray

    def counts(self, selected: Selection) -> np.ndarray:
        """Count, for each value, the documents that have it."""
        return np.bincount(self.ordinals.take(selected.doc_ids) + 1, minlength=len(self.values) + 1)[1:]

    def having(self, wanted: np.ndarray) -> np.ndarray:
        """Say which documents have one of these values."""
        table = np.append(_table(self.values, wanted), False)  # NONE is its last
        return table.take(self.ordinals)


@dataclass(frozen=True)
class MultiValued:
    """Doc values with any number a document: `values[ordinals[i]]` is one of the document `docs[i]`; `docs` ascends."""

    values: np.ndarray
    ordinals: np.ndarray
    docs: np.ndarray
    size: int  # documents

    @cached_property
    def offsets(self) -> np.ndarray:
        """Where the ordinals of each document begin; one more at the end."""
        return np.searchsorted(self.docs, np.arange(self.size + 1)).astype(np.int32)

    def counts(self, selected: Selection) -> np.ndarray:
        """Count, for each value, the documents that have it."""
        if selected.sparse:
            ordinals = self._ordinals_of(selected.doc_ids)
        else:
            ordinals = self.ordinals.compress(selected.mask.take(self.docs))
        return np.bincount(ordinals, minlength=len(self.values))

    def having(self, wanted: np.ndarray) -> np.ndarray:
        """Say which documents have one of these values."""
        mask = np.zeros(self.size, bool)
        mask[self.docs[_table(self.values, wanted)[self.ordinals]]] = True
        return mask

    def _ordinals_of(self, doc_ids: np.ndarray) -> np.ndarray:
        begins = self.offsets.take(doc_ids)
        counts = self.offsets.take(doc_ids + 1) - begins
        before = np.cumsum(counts, dtype=np.int32) - counts
        positions = np.repeat(begins - before, counts)
        return self.ordinals.take(positions + np.arange(len(positions), dtype=np.int32))


FacetOrdinals = SingleValued | MultiValued


def to_ordinals(numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the different numbers, ascending, and for each number its ordinal among them."""
    if len(numbers) and numbers.min() >= 0 and numbers.max() < max(TABLE_LIMIT, TABLE_SPREAD * len(numbers)):
        there = np.zeros(int(numbers.max()) + 1, bool)
        there[numbers] = True
        ordinal_of = np.cumsum(there, dtype=np.int32) - 1
        return np.flatnonzero(there), ordinal_of[numbers]
    values, ordinals = np.unique(numbers, return_inverse=True)
    return values.astype(np.int64), ordinals.astype(np.int32)


def single_valued(numbers: np.ndarray, none: int | None = None) -> SingleValued:
    """Make doc values of one number a document; `none` stands for no value."""
    there = np.ones(len(numbers), bool) if none is None else numbers != none
    ordinals = np.full(len(numbers), NONE, np.int32)
    values, ordinals[there] = to_ordinals(numbers[there])
    return SingleValued(values, ordinals)


def multi_valued(numbers: np.ndarray, docs: np.ndarray, size: int) -> MultiValued:
    """Make doc values of numbers and the documents they belong to, which ascend; there are `size` documents."""
    return MultiValued(*to_ordinals(numbers), docs, size)


def concatenate_single_valued(parts: Sequence[SingleValued]) -> SingleValued:
    """Concatenate the documents of several parts."""
    if len(parts) == 1:
        return parts[0]
    values, maps = merge_values([part.values for part in parts])
    ordinals = [np.append(mapping, NONE)[part.ordinals] for mapping, part in zip(maps, parts, strict=True)]
    return SingleValued(values, np.concatenate([np.zeros(0, np.int32), *ordinals]).astype(np.int32))


def concatenate_multi_valued(parts: Sequence[MultiValued]) -> MultiValued:
    """Concatenate the documents of several parts."""
    if len(parts) == 1:
        return parts[0]
    values, maps = merge_values([part.values for part in parts])
    offsets = np.cumsum([0, *(part.size for part in parts)])
    ordinals = [mapping[part.ordinals] for mapping, part in zip(maps, parts, strict=True)]
    docs = [part.docs + np.int32(offset) for part, offset in zip(parts, offsets, strict=False)]
    empty = np.zeros(0, np.int32)
    return MultiValued(values, np.concatenate([empty, *ordinals]), np.concatenate([empty, *docs]), int(offsets[-1]))


def merge_values(lists: Sequence[np.ndarray]) -> tuple[np.ndarray, list[np.ndarray]]:
    """Merge ascending lists of values; return them all, and for each list the ordinals of its values among them."""
    values = np.unique(np.concatenate([np.zeros(0, np.int64), *lists]))
    return values, [np.searchsorted(values, one).astype(np.int32) for one in lists]


def _table(values: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    return np.isin(values, wanted)

"""Values of documents as codes: the places of the values in the ascending list of all that occur.

Values may be any number; codes are small, so what is counted by code is counted by one pass over an array. Where a
mask says which rows are meant, `take` and `compress` are several times as fast as an index by the mask itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

NONE = -1  # the code of a row without a value
SMALL, SPREAD = 2**22, 16  # numbers below, or below so many times as many as there are, are coded by a table
FEW = 8  # rows are few when there are so many times as many in all


@dataclass(frozen=True, eq=False)
class Rows:
    """Some rows: as a mask over all of them, as their numbers, and how many of them have each value of a facet."""

    mask: np.ndarray
    _counts: dict[str, np.ndarray] = field(default_factory=dict)

    @cached_property
    def numbers(self) -> np.ndarray:
        """The numbers of the rows, ascending."""
        return np.flatnonzero(self.mask)

    @property
    def few(self) -> bool:
        """Whether it is quicker to go through the numbers than through the mask."""
        return len(self.numbers) * FEW < len(self.mask)

    def counts(self, facet: str, valued: "Valued") -> np.ndarray:
        """Count, for each value of a facet, the rows that have it; once, however often it is asked for."""
        if facet not in self._counts:
            self._counts[facet] = valued.counts(self)
        return self._counts[facet]


@dataclass(frozen=True)
class Single:
    """One value a row, or none: `codes[row]` is its place in `values`."""

    values: np.ndarray
    codes: np.ndarray

    def counts(self, rows: Rows) -> np.ndarray:
        """Count, for each value, the rows that have it."""
        return np.bincount(self.codes.take(rows.numbers) + 1, minlength=len(self.values) + 1)[1:]

    def having(self, wanted: np.ndarray) -> np.ndarray:
        """Say which rows have one of these values."""
        table = np.append(_table(self.values, wanted), False)  # NONE is its last
        return table[self.codes]


@dataclass(frozen=True)
class Many:
    """Any number of values a row: `codes[i]` is the place in `values` of a value of the row `owners[i]`, ascending."""

    values: np.ndarray
    codes: np.ndarray
    owners: np.ndarray
    size: int  # rows

    @cached_property
    def offsets(self) -> np.ndarray:
        """Where the values of each row begin; one more at the end."""
        return np.searchsorted(self.owners, np.arange(self.size + 1)).astype(np.int32)

    def counts(self, rows: Rows) -> np.ndarray:
        """Count, for each value, the rows that have it."""
        codes = self._codes_of(rows.numbers) if rows.few else self.codes.compress(rows.mask.take(self.owners))
        return np.bincount(codes, minlength=len(self.values))

    def having(self, wanted: np.ndarray) -> np.ndarray:
        """Say which rows have one of these values."""
        mask = np.zeros(self.size, bool)
        mask[self.owners[_table(self.values, wanted)[self.codes]]] = True
        return mask

    def _codes_of(self, rows: np.ndarray) -> np.ndarray:
        begins = self.offsets.take(rows)
        counts = self.offsets.take(rows + 1) - begins
        before = np.cumsum(counts, dtype=np.int32) - counts
        places = np.repeat(begins - before, counts)
        return self.codes.take(places + np.arange(len(places), dtype=np.int32))


Valued = Single | Many


def coded(numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the different numbers, ascending, and for each number its place among them."""
    if len(numbers) and numbers.min() >= 0 and numbers.max() < max(SMALL, SPREAD * len(numbers)):
        there = np.zeros(int(numbers.max()) + 1, bool)
        there[numbers] = True
        places = np.cumsum(there, dtype=np.int32) - 1
        return np.flatnonzero(there), places[numbers]
    values, codes = np.unique(numbers, return_inverse=True)
    return values.astype(np.int64), codes.astype(np.int32)


def single(numbers: np.ndarray, none: int | None = None) -> Single:
    """Code one number a row; `none` stands for no value."""
    there = np.ones(len(numbers), bool) if none is None else numbers != none
    codes = np.full(len(numbers), NONE, np.int32)
    values, codes[there] = coded(numbers[there])
    return Single(values, codes)


def many(numbers: np.ndarray, owners: np.ndarray, size: int) -> Many:
    """Code the numbers of rows; owners ascend."""
    return Many(*coded(numbers), owners, size)


def singles_together(parts: Sequence[Single]) -> Single:
    """Lay the rows of several parts end to end."""
    if len(parts) == 1:
        return parts[0]
    values, maps = merged([part.values for part in parts])
    codes = [np.append(places, NONE)[part.codes] for places, part in zip(maps, parts, strict=True)]
    return Single(values, np.concatenate([np.zeros(0, np.int32), *codes]).astype(np.int32))


def manies_together(parts: Sequence[Many]) -> Many:
    """Lay the rows of several parts end to end."""
    if len(parts) == 1:
        return parts[0]
    values, maps = merged([part.values for part in parts])
    offsets = np.cumsum([0, *(part.size for part in parts)])
    codes = [places[part.codes] for places, part in zip(maps, parts, strict=True)]
    owners = [part.owners + np.int32(offset) for part, offset in zip(parts, offsets, strict=False)]
    empty = np.zeros(0, np.int32)
    return Many(values, np.concatenate([empty, *codes]), np.concatenate([empty, *owners]), int(offsets[-1]))


def merged(lists: Sequence[np.ndarray]) -> tuple[np.ndarray, list[np.ndarray]]:
    """Merge ascending lists of values; return them all, and for each list the places of its values among them."""
    values = np.unique(np.concatenate([np.zeros(0, np.int64), *lists]))
    return values, [np.searchsorted(values, one).astype(np.int32) for one in lists]


def _table(values: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    return np.isin(values, wanted)

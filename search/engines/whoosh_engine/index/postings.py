"""Posting lists as the engine matches by them: rows of one kind of document, and places in all of their text.

Paragraphs and quotations have rows of their own in a segment, and so do their postings. A place tells row and position
in one number: the texts of all rows are thought of as one long row of tokens, with one left free after each text. So
words that stand in a row have places in a row, and never over the end of a text.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

CACHE_BYTES = 256 * 2**20


@dataclass(frozen=True)
class Postings:
    """Where a word, or something else, occurs in some rows: the rows, ascending, how often in each, and the places."""

    rows: np.ndarray
    counts: np.ndarray
    places: np.ndarray

    @property
    def size(self) -> int:
        """The bytes it takes in memory."""
        return self.rows.nbytes + self.counts.nbytes + self.places.nbytes + 400


NO_ROWS, NO_PLACES = np.zeros(0, np.int32), np.zeros(0, np.int32)
EMPTY = Postings(NO_ROWS, np.zeros(0, np.uint8), NO_PLACES)


def together(lists: list[Postings], size: int) -> Postings:
    """Return where any of several words occurs, how often all together, without places; rows are below `size`."""
    some = [postings for postings in lists if len(postings.rows)]
    if len(some) <= 1:
        return Postings(some[0].rows, some[0].counts, NO_PLACES) if some else EMPTY
    rows = np.concatenate([postings.rows for postings in some])
    counts = np.concatenate([postings.counts.astype(np.float32) for postings in some])
    if len(rows) * 8 > size:
        sums = np.bincount(rows, counts, minlength=size)
        found = np.flatnonzero(sums).astype(np.int32)
        return Postings(found, narrow(sums[found]), NO_PLACES)
    order = np.argsort(rows, kind="stable")
    rows = rows[order]
    begins = np.flatnonzero(np.diff(rows, prepend=-1))
    return Postings(rows[begins], narrow(np.add.reduceat(counts[order], begins)), NO_PLACES)


def narrow(counts: np.ndarray) -> np.ndarray:
    """Return counts in as few bytes as hold them."""
    return counts.astype(np.min_scalar_type(int(counts.max(initial=0))))


Both = dict[str, Postings]  # by unit


class PostingCache:
    """What was read last of posting lists, up to a number of bytes; for all segments of an index together."""

    def __init__(self, limit: int = CACHE_BYTES) -> None:
        self.limit = limit
        self.bytes = 0
        self.kept: OrderedDict[tuple[str, str, str], Both] = OrderedDict()
        self.lock = threading.Lock()

    def get(self, key: tuple[str, str, str], read: Callable[[], Both]) -> Both:
        """Return what is kept under a key (segment, kind, text), or read it."""
        with self.lock:
            if key in self.kept:
                self.kept.move_to_end(key)
                return self.kept[key]
        return self._keep(key, read())

    def _keep(self, key: tuple[str, str, str], both: Both) -> Both:
        with self.lock:
            if key not in self.kept:
                self.kept[key] = both
                self.bytes += _size(both)
            while self.bytes > self.limit:
                _, dropped = self.kept.popitem(last=False)
                self.bytes -= _size(dropped)
        return both


def _size(both: Both) -> int:
    return sum(postings.size for postings in both.values())

"""Posting lists as the engine matches by them: doc ids of one unit, frequencies, and positions.

Paragraphs and quotations have doc ids of their own in a segment. A position gives the document too: the texts of all
documents are counted through as one row of tokens, with one left free after each text. So the words of a phrase have
successive positions, and never run over the end of a text.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

CACHE_BYTES = 256 * 2**20


@dataclass(frozen=True)
class Postings:
    """Where a term, or something else, occurs: doc ids, ascending, how often in each document, and positions."""

    doc_ids: np.ndarray
    counts: np.ndarray
    positions: np.ndarray

    @property
    def size(self) -> int:
        """The bytes it takes in memory."""
        return self.doc_ids.nbytes + self.counts.nbytes + self.positions.nbytes + 400


NO_DOC_IDS, NO_POSITIONS = np.zeros(0, np.int32), np.zeros(0, np.int32)
EMPTY = Postings(NO_DOC_IDS, np.zeros(0, np.uint8), NO_POSITIONS)


def union(lists: list[Postings], size: int) -> Postings:
    """Return the union of posting lists, frequencies added up, without positions; doc ids are below `size`."""
    some = [postings for postings in lists if len(postings.doc_ids)]
    if len(some) <= 1:
        return Postings(some[0].doc_ids, some[0].counts, NO_POSITIONS) if some else EMPTY
    doc_ids = np.concatenate([postings.doc_ids for postings in some])
    counts = np.concatenate([postings.counts.astype(np.float32) for postings in some])
    if len(doc_ids) * 8 > size:
        sums = np.bincount(doc_ids, counts, minlength=size)
        found = np.flatnonzero(sums).astype(np.int32)
        return Postings(found, narrow(sums[found]), NO_POSITIONS)
    order = np.argsort(doc_ids, kind="stable")
    doc_ids = doc_ids[order]
    begins = np.flatnonzero(np.diff(doc_ids, prepend=-1))
    return Postings(doc_ids[begins], narrow(np.add.reduceat(counts[order], begins)), NO_POSITIONS)


def narrow(counts: np.ndarray) -> np.ndarray:
    """Return counts in the narrowest type that holds them."""
    return counts.astype(np.min_scalar_type(int(counts.max(initial=0))))


PostingsByUnit = dict[str, Postings]  # by unit


class PostingCache:
    """The posting lists that were used last, of all segments, up to a number of bytes."""

    def __init__(self, limit: int = CACHE_BYTES) -> None:
        self.limit = limit
        self.bytes = 0
        self.kept: OrderedDict[tuple[str, str, str], PostingsByUnit] = OrderedDict()
        self.lock = threading.Lock()

    def get(self, key: tuple[str, str, str], read: Callable[[], PostingsByUnit]) -> PostingsByUnit:
        """Return what is kept under a key (segment, kind, text), or read it."""
        with self.lock:
            if key in self.kept:
                self.kept.move_to_end(key)
                return self.kept[key]
        return self._keep(key, read())

    def _keep(self, key: tuple[str, str, str], both: PostingsByUnit) -> PostingsByUnit:
        with self.lock:
            if key not in self.kept:
                self.kept[key] = both
                self.bytes += _size(both)
            while self.bytes > self.limit:
                _, dropped = self.kept.popitem(last=False)
                self.bytes -= _size(dropped)
        return both


def _size(both: PostingsByUnit) -> int:
    return sum(postings.size for postings in both.values())

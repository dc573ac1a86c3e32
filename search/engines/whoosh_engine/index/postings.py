"""Posting lists as the engine matches by them: ids of paragraphs or of quotations, and positions in their texts.

The ids are those within a segment. A place tells document and position in one number: the texts of all documents are
thought of as one long text, with one place left free after each. So words that follow each other have places that do,
and never over the end of a text.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from search.engines.whoosh_engine.index.ordinals import narrow

CACHE_BYTES = 64 * 2**20
MANY = 8  # lists, from which on they are added up in a table rather than merged
ENTRY = 400  # bytes of an entry of the cache besides its arrays


@dataclass(frozen=True)
class Postings:
    """Where a word, or something else, occurs: ids ascending, how often in each, and the positions in each, if read."""

    doc_ids: np.ndarray
    counts: np.ndarray
    positions: np.ndarray

    @property
    def size(self) -> int:
        """The bytes it takes in memory."""
        return self.doc_ids.nbytes + self.counts.nbytes + self.positions.nbytes + ENTRY

    def places(self, chosen: np.ndarray, begins: np.ndarray) -> np.ndarray:
        """Return the places in some documents, given by their indices among `doc_ids`; texts begin at `begins`."""
        counts, positions = self.counts.take(chosen).astype(np.int64), self.positions
        if len(chosen) < len(self.doc_ids):
            firsts, before = np.cumsum(self.counts, dtype=np.int64).take(chosen) - counts, np.cumsum(counts) - counts
            positions = positions.take(np.repeat(firsts - before, counts) + np.arange(counts.sum()))
        places: np.ndarray = np.repeat(begins.take(self.doc_ids.take(chosen)), counts) + positions
        return places


NO_DOC_IDS, NO_POSITIONS = np.zeros(0, np.int32), np.zeros(0, np.uint8)
EMPTY = Postings(NO_DOC_IDS, np.zeros(0, np.uint8), NO_POSITIONS)


def union(lists: list[Postings], size: int) -> Postings:
    """Return where any of several words occurs, how often all together, without positions; ids are below `size`."""
    some = [postings for postings in lists if len(postings.doc_ids)]
    if len(some) <= 1:
        return Postings(some[0].doc_ids, some[0].counts, NO_POSITIONS) if some else EMPTY
    if len(some) > MANY and sum(len(postings.doc_ids) for postings in some) * 8 > size:
        sums = np.zeros(size, np.uint32)
        for postings in some:
            sums[postings.doc_ids.astype(np.intp)] += postings.counts
        found = np.flatnonzero(sums != 0)
        return Postings(found.astype(np.int32), narrow(sums.take(found)), NO_POSITIONS)
    doc_ids = np.concatenate([postings.doc_ids for postings in some])
    counts = np.concatenate([postings.counts.astype(np.uint32) for postings in some])
    order = np.argsort(doc_ids, kind="stable")  # which merges lists that ascend
    doc_ids = doc_ids.take(order)
    begins = np.append(0, np.flatnonzero(doc_ids[1:] != doc_ids[:-1]) + 1)
    return Postings(doc_ids.take(begins), narrow(np.add.reduceat(counts.take(order), begins)), NO_POSITIONS)


Key = tuple[str, str, str, str]  # segment, unit, kind of what was read, text


class PostingCache:
    """What was read last of posting lists, up to a number of bytes; for all segments of an index together."""

    def __init__(self, limit: int = CACHE_BYTES) -> None:
        self.limit = limit
        self.bytes = 0
        self.kept: OrderedDict[Key, Postings] = OrderedDict()
        self.lock = threading.Lock()

    def get(self, key: Key, read: Callable[[], Postings]) -> Postings:
        """Return what is kept under a key, or read it."""
        with self.lock:
            if key in self.kept:
                self.kept.move_to_end(key)
                return self.kept[key]
        return self._keep(key, read())

    def _keep(self, key: Key, postings: Postings) -> Postings:
        with self.lock:
            if key not in self.kept:
                self.kept[key] = postings
                self.bytes += postings.size
            while self.bytes > self.limit:
                _, dropped = self.kept.popitem(last=False)
                self.bytes -= dropped.size
        return postings

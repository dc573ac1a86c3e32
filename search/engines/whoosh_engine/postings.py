"""Posting lists as arrays. The one module that uses inner parts of Whoosh (3.54): the blocks of a posting list.

Whoosh's public way is one Python call for each posting, ten times slower than reading a block at a time.
"""

import threading
from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
from whoosh.codec.whoosh3 import W3LeafMatcher
from whoosh.matching.wrappers import FilterMatcher
from whoosh.reading import SegmentReader, TermNotFound

from search.engines.whoosh_engine.schema import POSITION
from search.language.analysis import stem_of

CACHE_BYTES = 256 * 2**20


@dataclass(frozen=True)
class Postings:
    """Where a word occurs: document numbers, ascending, how often in each, and all positions one after another."""

    documents: np.ndarray
    counts: np.ndarray
    positions: np.ndarray

    @property
    def size(self) -> int:
        """The bytes it takes in memory."""
        return self.documents.nbytes + self.counts.nbytes + self.positions.nbytes + 500


EMPTY = Postings(np.zeros(0, np.int32), np.zeros(0, np.float32), np.zeros(0, POSITION))


class PostingCache:
    """The posting lists that were used last, up to a number of bytes; for all segments of an index together.

    Readers of Whoosh keep a place in their files, so only one thread reads at a time.
    """

    def __init__(self, limit: int = CACHE_BYTES) -> None:
        self.limit = limit
        self.bytes = 0
        self.kept: OrderedDict[tuple[str, str, str], Postings] = OrderedDict()
        self.lock = threading.Lock()

    def of_word(self, segment: str, reader: SegmentReader, word: str) -> Postings:
        """Return where a word occurs in a segment."""
        key = (segment, "word", word)
        with self.lock:
            return self._kept(key) or self._keep(key, _read(reader, "words", word))

    def of_stem(self, segment: str, reader: SegmentReader, stem: str) -> Postings:
        """Return where any word with this stem occurs in a segment; positions are left out."""
        key = (segment, "stem", stem)
        with self.lock:
            return self._kept(key) or self._keep(key, _read_stem(reader, stem))

    def of_prefix(self, segment: str, reader: SegmentReader, prefix: str) -> Postings:
        """Return where any word with this beginning occurs in a segment; positions are left out."""
        key = (segment, "prefix", prefix)
        with self.lock:
            return self._kept(key) or self._keep(key, _read_prefix(reader, prefix))

    def _kept(self, key: tuple[str, str, str]) -> Postings | None:
        if key in self.kept:
            self.kept.move_to_end(key)
        return self.kept.get(key)

    def _keep(self, key: tuple[str, str, str], postings: Postings) -> Postings:
        self.kept[key] = postings
        self.bytes += postings.size
        while self.bytes > self.limit:
            _, dropped = self.kept.popitem(last=False)
            self.bytes -= dropped.size
        return postings


def _read(reader: SegmentReader, field: str, word: str | bytes) -> Postings:
    try:
        matcher = reader.postings(field, word)
    except TermNotFound:
        return EMPTY
    if isinstance(matcher, FilterMatcher):  # leaves out deleted documents one by one; they are left out later, at once
        matcher = matcher.child
        matcher.reset()
    return _read_blocks(matcher)


def _read_blocks(matcher: W3LeafMatcher) -> Postings:
    documents, counts, positions = [], [], []
    while not matcher._atend:
        matcher._read_data()
        steps, weights, values = matcher._data
        documents.append(np.cumsum(np.array(steps, np.int64)))
        counts.append(np.broadcast_to(np.array(1.0 if weights is None else weights, np.float32), len(steps)))
        positions.append(b"".join(values or ()))
        matcher._next_block()
    return Postings(
        np.concatenate(documents).astype(np.int32),
        np.concatenate(counts),
        np.frombuffer(b"".join(positions), POSITION),
    )


def _read_stem(reader: SegmentReader, stem: str) -> Postings:
    itself = [_read(reader, "words", stem)] if stem_of(stem) == stem else []
    return _put_together([_read(reader, "stems", stem), *itself])


def _read_prefix(reader: SegmentReader, prefix: str) -> Postings:
    return _put_together([_read(reader, "words", word) for word in reader.expand_prefix("words", prefix)])


def _put_together(lists: list[Postings]) -> Postings:
    """Return where any of several words occurs, how often all together."""
    if not lists:
        return EMPTY
    counts = np.bincount(
        np.concatenate([postings.documents for postings in lists]),
        np.concatenate([postings.counts for postings in lists]),
    )
    documents = np.flatnonzero(counts)
    return Postings(documents.astype(np.int32), counts[documents].astype(np.float32), EMPTY.positions)

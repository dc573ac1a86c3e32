"""The posting buffer: the postings of a segment while it is written, gathered by term, in bounded memory.

Whoosh's own pool sorts and stores every single posting; here a term's postings stay together, and only terms are
sorted. What is more than fits goes to disk as a sorted run; the runs are merged at the end.
"""

import heapq
import pickle
from array import array
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

import numpy as np

from search.engines.whoosh_engine.storage.posting_codec import NUMBERS, PostingList

BUFFER_BYTES = 96 * 2**20  # in memory before they go to disk, as _TermPostings are counted
TERM_BYTES, POSTING_BYTES = 500, 8  # that a term and a posting take, besides their positions

Term = tuple[str, bytes]  # field and word
Packed = tuple[str, bytes, bytes, bytes, bytes]  # field, word; documents, counts and positions as 4-byte integers


class _TermPostings:
    """The postings of one term so far."""

    __slots__ = ("counts", "documents", "positions")

    def __init__(self) -> None:
        self.documents = array("I")
        self.counts = array("I")
        self.positions = bytearray()


class PostingBuffer:
    """Takes postings in the order of their documents, and gives them back term by term.

    It has the methods that a writer of Whoosh calls on its pool.
    """

    def __init__(self, storage: Any, limit: int = BUFFER_BYTES) -> None:
        self.storage = storage
        self.limit = limit
        self.bytes = 0
        self.postings_by_term: dict[Term, _TermPostings] = {}
        self.runs: list[str] = []

    def add(self, posting: tuple[str, bytes, int, float, bytes]) -> None:
        """Add a posting: field, word, document, how often, positions."""
        field, word, document, count, positions = posting
        held = self._of(field, word)
        held.documents.append(document)
        held.counts.append(int(count))
        held.positions += positions
        self.bytes += POSTING_BYTES + len(positions)
        if self.bytes > self.limit:
            self._spill()

    def add_postings(self, field: str, word: bytes, postings: PostingList) -> None:
        """Add many postings of a term, in documents beyond those it was given before."""
        held = self._of(field, word)
        held.documents.frombytes(postings.documents.tobytes())
        held.counts.frombytes(postings.counts.tobytes())
        held.positions += postings.positions.tobytes()
        self.bytes += POSTING_BYTES * len(postings.documents) + postings.positions.nbytes
        if self.bytes > self.limit:
            self._spill()

    def _of(self, field: str, word: bytes) -> _TermPostings:
        held = self.postings_by_term.get((field, word))
        if held is None:
            held = self.postings_by_term[field, word] = _TermPostings()
            self.bytes += TERM_BYTES + len(word)
        return held

    def iter_postings(self) -> Iterator[tuple[str, bytes, PostingList]]:
        """Yield every term with its postings, in the order of fields and words."""
        runs = [self._read(name) for name in self.runs]
        packed = heapq.merge(*runs, self._sorted(), key=itemgetter(0, 1))
        for (field, word), parts in groupby(packed, itemgetter(0, 1)):
            yield field, word, _concatenated(list(parts))

    def cleanup(self) -> None:
        """Forget everything; the files lie in a folder that the writer destroys."""
        self.postings_by_term.clear()
        self.runs.clear()

    def _sorted(self) -> Iterator[Packed]:
        for field, word in sorted(self.postings_by_term):
            held = self.postings_by_term[field, word]
            yield field, word, held.documents.tobytes(), held.counts.tobytes(), bytes(held.positions)

    def _spill(self) -> None:
        name = f"{len(self.runs)}.run"
        with self.storage.create_file(name) as file:
            for packed in self._sorted():
                pickle.dump(packed, file.file, pickle.HIGHEST_PROTOCOL)
        self.runs.append(name)
        self.postings_by_term.clear()
        self.bytes = 0

    def _read(self, name: str) -> Iterable[Packed]:
        with self.storage.open_file(name) as file:
            while True:
                try:
                    yield pickle.load(file.file)  # noqa: S301  it was written a moment ago, by this process
                except EOFError:
                    return


def _concatenated(parts: list[Packed]) -> PostingList:
    """Concatenate the postings of one term from several runs; heapq.merge keeps the order of the runs."""
    arrays = (b"".join(column) for column in zip(*(part[2:] for part in parts), strict=True))
    return PostingList(*(np.frombuffer(array, NUMBERS) for array in arrays))

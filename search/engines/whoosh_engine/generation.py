"""A committed state of the index, opened: all its segments as one run of document numbers.

Everything here is read-only once made, so threads share it. Segments never change but for their deletions, so a new
generation takes over what the one before has read of them.
"""

import weakref
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from whoosh.index import FileIndex
from whoosh.reading import SegmentReader

from search.engines.port import IndexState
from search.engines.whoosh_engine.facts import Facts, put_together, unpack_all
from search.engines.whoosh_engine.folder import closing_on_failure, open_build, read_state
from search.engines.whoosh_engine.postings import EMPTY, PostingCache, Postings

Key = tuple[str, int]


@dataclass(frozen=True, eq=False)
class Segment:
    """One segment of the index: its reader, closed when nobody holds the segment any longer, and its facts."""

    name: str
    reader: SegmentReader
    facts: Facts


class Generation:
    """The documents of one generation, numbered from 0; arrays have one place for each."""

    def __init__(self, key: Key, state: IndexState, segments: list[Segment], alive: np.ndarray, cache: PostingCache):
        self.key = key
        self.state = state
        self.segments = segments
        self.alive = alive
        self.cache = cache
        self.facts = put_together([segment.facts for segment in segments])
        self.offsets = np.cumsum([0, *(len(segment.facts) for segment in segments)])

    def __len__(self) -> int:
        return len(self.alive)

    def column(self, name: str) -> np.ndarray:
        """Return one fact of every document."""
        return self.facts.columns[name]

    def positions_of(self, word: str) -> Iterator[tuple[int, Postings]]:
        """Yield, for each segment, its first document number and where in it a word occurs."""
        for offset, segment in zip(self.offsets, self.segments, strict=False):
            yield int(offset), self.cache.of_word(segment.name, segment.reader, word)

    def of_stem(self, stem: str) -> Postings:
        """Return where any form of a word occurs."""
        return self._together(lambda segment: self.cache.of_stem(segment.name, segment.reader, stem))

    def of_prefix(self, prefix: str) -> Postings:
        """Return where any word with this beginning occurs."""
        return self._together(lambda segment: self.cache.of_prefix(segment.name, segment.reader, prefix))

    def _together(self, postings_of: Callable[[Segment], Postings]) -> Postings:
        parts = [postings_of(segment) for segment in self.segments]
        if len(parts) == 1:
            return parts[0]
        documents = [part.documents + offset for part, offset in zip(parts, self.offsets, strict=False)]
        counts = [part.counts for part in parts]
        return Postings(
            np.concatenate([EMPTY.documents, *documents]), np.concatenate([EMPTY.counts, *counts]), EMPTY.positions
        )

    @cached_property
    def by_article(self) -> np.ndarray:
        """The document numbers in the order of their articles."""
        return np.argsort(self.column("article"), kind="stable")

    @cached_property
    def length_share(self) -> np.ndarray:
        """How long each document is, against the average."""
        lengths = self.column("length").astype(np.float32)
        return lengths / max(1.0, float(lengths.mean()) if len(lengths) else 1.0)


def newest(build: Path) -> Key:
    """Name the newest generation of a build; cheap enough to ask before every search."""
    return build.name, open_build(build).latest_generation()


def open_generation(build: Path, previous: Generation | None, cache: PostingCache) -> Generation:
    """Open the newest generation of a build, with what the previous one has read of segments that are still there."""
    index = open_build(build)
    with closing_on_failure(index.storage):
        return _open_generation(index, build, previous, cache)


def _open_generation(index: FileIndex, build: Path, previous: Generation | None, cache: PostingCache) -> Generation:
    number = index.latest_generation()
    leaves = [leaf for leaf, _ in index.reader().leaf_readers() if isinstance(leaf, SegmentReader)]
    known = {segment.name: segment for segment in previous.segments} if previous is not None else {}
    alive = np.concatenate([np.zeros(0, bool), *(_alive(leaf) for leaf in leaves)])
    segments = [_segment(leaf, known) for leaf in leaves]
    return Generation((build.name, number), read_state(build, number), segments, alive, cache)


def _alive(leaf: SegmentReader) -> np.ndarray:
    alive = np.ones(leaf.doc_count_all(), bool)
    alive[list(leaf.deleted_docs_set)] = False
    return alive


def _segment(leaf: SegmentReader, known: Mapping[str, Segment]) -> Segment:
    name = leaf.segment().segment_id()
    if name in known:
        leaf.close()
        return known[name]
    segment = Segment(name, leaf, unpack_all(leaf.column_reader("facts", translate=False)))
    weakref.finalize(segment, _close, leaf)
    return segment


def _close(leaf: SegmentReader) -> None:
    """Close a reader, or what is left of it: after a failure its files are closed already, at which Whoosh raises."""
    with suppress(Exception):
        leaf.close()

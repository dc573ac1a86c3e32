"""A snapshot of the index: all segments of one commit, opened.

Everything here is read-only once made, so threads share it. Segments never change but for their deletions, so a new
snapshot takes over what the one before has read of them.
"""

from functools import cached_property

import numpy as np

from search.engines.port import Unit
from search.engines.whoosh_engine.index.doc_set import ArticleDocSet, DocSet
from search.engines.whoosh_engine.index.ordinals import merge_values
from search.engines.whoosh_engine.index.postings import PostingCache
from search.engines.whoosh_engine.index.segment import UNITS, Segment
from search.engines.whoosh_engine.storage.commit_point import Commit
from search.engines.whoosh_engine.storage.segment_codec import SegmentFiles


class Snapshot:
    """The documents of a commit, by unit, and its articles."""

    def __init__(
        self, commit: Commit, segments: list[Segment], live_docs: list[np.ndarray], cache: PostingCache
    ) -> None:
        self.key = commit.key
        self.segments = segments
        self.cache = cache
        self.articles, self._article_maps = merge_values([segment.articles for segment in segments])
        self._parent_offsets = np.cumsum([0, *(len(segment.parents) for segment in segments)])
        self.live_docs = live_docs
        self.paragraphs, self.quotations = (self._doc_set(unit) for unit in UNITS)

    def _doc_set(self, unit: str) -> DocSet:
        parts = [segment.docs[unit] for segment in self.segments]
        live_docs = [
            live_docs[segment.documents(unit)] for live_docs, segment in zip(self.live_docs, self.segments, strict=True)
        ]
        article = [mapping[part.article] for mapping, part in zip(self._article_maps, parts, strict=True)]
        parent = [part.parent + np.int32(offset) for part, offset in zip(parts, self._parent_offsets, strict=False)]
        nothing = np.zeros(0, np.int32)
        return DocSet(
            parts,
            np.concatenate([np.zeros(0, bool), *live_docs]),
            np.concatenate([nothing, *article]),
            np.concatenate([nothing, *parent]),
        )

    @property
    def parents(self) -> int:
        """How many paragraphs there are, those that only quotations know among them."""
        return int(self._parent_offsets[-1])

    @cached_property
    def articles_as_docs(self) -> ArticleDocSet:
        """The articles as documents."""
        return ArticleDocSet(self.paragraphs, self.articles)

    def doc_set(self, unit: Unit) -> DocSet:
        """Return the documents of a unit."""
        if unit == "articles":
            return self.articles_as_docs
        return self.quotations if unit == "quotations" else self.paragraphs


def open_snapshot(commit: Commit, previous: Snapshot | None, cache: PostingCache) -> Snapshot:
    """Open what a commit holds, with what the previous snapshot has read of segments that are still there."""
    known = {segment.name: segment for segment in previous.segments} if previous else {}
    segments = [known.get(files.name) or Segment(files) for files in commit.segments]
    return Snapshot(commit, segments, [_live_docs(files) for files in commit.segments], cache)


def _live_docs(files: SegmentFiles) -> np.ndarray:
    live_docs = np.ones(files.documents, bool)
    live_docs[list(files.deleted)] = False
    return live_docs

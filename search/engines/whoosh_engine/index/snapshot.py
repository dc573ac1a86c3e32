"""A committed state of the index, opened: all its segments together.

Everything here is read-only once made, so threads share it. Segments never change but for their deletions, so a new
snapshot takes over what the one before has read of them.
"""

from functools import cached_property

import numpy as np

from search.engines.port import Unit
from search.engines.whoosh_engine.index.article_doc_set import ArticleDocSet
from search.engines.whoosh_engine.index.columns import split
from search.engines.whoosh_engine.index.doc_set import DocSet
from search.engines.whoosh_engine.index.editions import Editions
from search.engines.whoosh_engine.index.postings import PostingCache
from search.engines.whoosh_engine.index.segment import UNITS, Segment
from search.engines.whoosh_engine.index.text_values import TextValues
from search.engines.whoosh_engine.storage.commit_point import Commit
from search.engines.whoosh_engine.storage.segment_codec import SegmentFiles

TEXTS = "text_values"  # the field that has the texts of doc values


class Snapshot:
    """The documents of one committed state, by kind, and their articles: the ids of all, ascending."""

    def __init__(
        self, commit: Commit, segments: list[Segment], live_docs: list[np.ndarray], cache: PostingCache
    ) -> None:
        self.key = commit.key
        self.segments = segments
        self.cache = cache
        self.live_docs = live_docs
        self.editions = Editions([segment.editions for segment in segments])
        self.articles = self.editions.articles
        self.texts = TextValues([one.term_dictionaries[TEXTS] for one in segments if TEXTS in one.term_dictionaries])
        self.paragraphs, self.quotations = (self._doc_set(unit) for unit in UNITS)

    def _doc_set(self, unit: str) -> DocSet:
        of_segments = zip(self.live_docs, self.segments, strict=True)
        live_docs = [live_docs[segment.documents(unit)] for live_docs, segment in of_segments]
        parts = [segment.docs[unit] for segment in self.segments]
        return DocSet(parts, np.concatenate([np.zeros(0, bool), *live_docs]), self.editions, self.texts)

    def paragraphs_of(self, quotations: np.ndarray) -> np.ndarray:
        """Return the paragraph of each of some quotations, as a doc id; -1 where it is not here. The ids ascend."""
        found = [np.zeros(0, np.int64)]
        parts = zip(split(quotations, self.quotations.offsets), self.segments, self.paragraphs.offsets, strict=False)
        for (_, some), segment, offset in parts:
            ids = segment.docs["quotations"].columns["paragraph"].take(some)
            doc_ids = segment.docs["paragraphs"].doc_ids_of(ids)
            found.append(np.where(doc_ids < 0, -1, doc_ids + offset))
        return np.concatenate(found)

    @cached_property
    def articles_as_docs(self) -> ArticleDocSet:
        """The articles as documents."""
        return ArticleDocSet(self.paragraphs)

    def doc_set(self, unit: Unit) -> DocSet:
        """Return the documents of what is searched."""
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

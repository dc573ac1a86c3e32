"""A committed state of the index, opened: all its segments together.

Everything here is read-only once made, so threads share it. Segments never change but for their deletions, so a new
generation takes over what the one before has read of them.
"""

from functools import cached_property

import numpy as np

from search.engines.port import Unit
from search.engines.whoosh_engine.index.doc_set import ArticleSpace, Space
from search.engines.whoosh_engine.index.ordinals import merged
from search.engines.whoosh_engine.index.postings import PostingCache
from search.engines.whoosh_engine.index.segment import UNITS, Segment
from search.engines.whoosh_engine.storage.commit_point import Commit
from search.engines.whoosh_engine.storage.segment_codec import SegmentFiles


class Generation:
    """The documents of one generation, by kind, and its articles."""

    def __init__(self, commit: Commit, segments: list[Segment], alive: list[np.ndarray], cache: PostingCache) -> None:
        self.key = commit.key
        self.segments = segments
        self.cache = cache
        self.articles, self._article_maps = merged([segment.articles for segment in segments])
        self._homes = np.cumsum([0, *(len(segment.homes) for segment in segments)])
        self.alive = alive
        self.paragraphs, self.quotations = (self._space(unit) for unit in UNITS)

    def _space(self, unit: str) -> Space:
        parts = [segment.rows[unit] for segment in self.segments]
        alive = [alive[segment.documents(unit)] for alive, segment in zip(self.alive, self.segments, strict=True)]
        article = [places[part.article] for places, part in zip(self._article_maps, parts, strict=True)]
        home = [part.home + np.int32(offset) for part, offset in zip(parts, self._homes, strict=False)]
        nothing = np.zeros(0, np.int32)
        return Space(
            parts,
            np.concatenate([np.zeros(0, bool), *alive]),
            np.concatenate([nothing, *article]),
            np.concatenate([nothing, *home]),
        )

    @property
    def homes(self) -> int:
        """How many paragraphs there are for documents to lie in."""
        return int(self._homes[-1])

    @cached_property
    def whole_articles(self) -> ArticleSpace:
        """The articles as rows."""
        return ArticleSpace(self.paragraphs, self.articles)

    def space(self, unit: Unit) -> Space:
        """Return the rows of what is searched."""
        if unit == "articles":
            return self.whole_articles
        return self.quotations if unit == "quotations" else self.paragraphs


def open_generation(commit: Commit, previous: Generation | None, cache: PostingCache) -> Generation:
    """Open what a commit holds, with what the previous generation has read of segments that are still there."""
    known = {segment.name: segment for segment in previous.segments} if previous else {}
    segments = [known.get(told.name) or Segment(told) for told in commit.segments]
    return Generation(commit, segments, [_alive(told) for told in commit.segments], cache)


def _alive(written: SegmentFiles) -> np.ndarray:
    alive = np.ones(written.documents, bool)
    alive[list(written.deleted)] = False
    return alive

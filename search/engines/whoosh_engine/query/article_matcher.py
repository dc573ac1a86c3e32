"""Query tree → which whole articles match: each leaf among their paragraphs, all else among the articles."""

from dataclasses import dataclass

import numpy as np

from search.deadline import Deadline
from search.engines.whoosh_engine.index.doc_set import DocSet
from search.engines.whoosh_engine.index.selection import selection_of
from search.engines.whoosh_engine.index.snapshot import Snapshot
from search.engines.whoosh_engine.query.bm25 import Match, weighted
from search.engines.whoosh_engine.query.matcher import LeafMatches, Matcher
from search.language.ast import AtLeast, Query


@dataclass(frozen=True)
class ParagraphScorer:
    """A part of a query about articles: the paragraphs that have it, and how well."""

    match: Match
    scores: np.ndarray

    def add_to(self, scores: np.ndarray, mask: np.ndarray) -> None:
        """Add to the scores of the documents in the mask."""
        scores += self.scores * mask


class ArticleMatcher(Matcher):
    """Matches queries against whole articles: each leaf among their paragraphs, all else among the articles."""

    def __init__(self, snapshot: Snapshot, deadline: Deadline, known: LeafMatches) -> None:
        super().__init__(snapshot, "paragraphs", deadline, known)
        self.unit = "articles"  # which its matches are known by; its posting lists are those of paragraphs
        self.articles = snapshot.articles_as_docs

    @property
    def searched(self) -> DocSet:
        """What the masks are about."""
        return self.articles

    def _match_alternative(self, query: Query) -> Match:
        return self.match(query)

    def match_leaf(self, query: Query) -> Match:
        """Match a part that is no combination of others."""
        if isinstance(query, AtLeast):
            counts, match = self.counted(query.text)
            doc_ids = np.flatnonzero(counts * self.doc_set.live_docs)
            sums = np.bincount(self.doc_set.articles_of(doc_ids), counts.take(doc_ids), minlength=len(self.articles))
            return self._projected(match, sums >= query.times)
        match = Matcher(self.snapshot, "paragraphs", self.deadline, self.known).match(query)
        return self._projected(match, None)

    def _projected(self, match: Match, mask: np.ndarray | None) -> Match:
        live_docs = Match(match.mask & self.doc_set.live_docs, match.scorers)
        best = np.zeros(len(self.articles), np.float32)
        if match.scorers:
            found = selection_of(live_docs.mask)
            scores = weighted(live_docs.scores(self.doc_set), self.doc_set, found)
            np.maximum.at(best, self.doc_set.articles_of(found.doc_ids), scores)
        articles = self.articles.of_paragraphs(live_docs.mask) if mask is None else mask
        return Match(articles, (ParagraphScorer(live_docs, best),))

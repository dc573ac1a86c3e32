"""Query tree → which whole articles match: each leaf among their paragraphs, all else among the articles."""

from dataclasses import dataclass

import numpy as np

from search.deadline import Deadline
from search.engines.whoosh_engine.index.snapshot import Generation
from search.engines.whoosh_engine.query.bm25 import Match
from search.engines.whoosh_engine.query.matcher import Matching
from search.language.ast import AtLeast, Query


@dataclass(frozen=True)
class PartOfArticles:
    """A part of a query about articles: the paragraphs that have it, and how well."""

    match: Match
    scores: np.ndarray

    def add_to(self, scores: np.ndarray, mask: np.ndarray) -> None:
        """Add to the scores of the rows in the mask."""
        scores += self.scores * mask


class ArticleMatching(Matching):
    """Matches queries against whole articles: each leaf among their paragraphs, all else among the articles."""

    def __init__(self, generation: Generation, deadline: Deadline) -> None:
        super().__init__(generation, "paragraphs", deadline)
        self.articles = generation.whole_articles

    def found(self, query: Query | None) -> Match:
        """Match a query, or everything, among the articles that are not deleted."""
        if query is None:
            return Match(self.articles.alive)
        found = self.match(query)
        return Match(found.mask & self.articles.alive, found.scored)

    def _alternative(self, query: Query) -> Match:
        return self.match(query)

    def leaf(self, query: Query) -> Match:
        """Match a part that is no combination of others."""
        if isinstance(query, AtLeast):
            counts, match = self.counted(query.text)
            sums = np.bincount(self.space.article, counts * self.space.alive, minlength=len(self.articles))
            return self._projected(match, sums >= query.times)
        match = Matching(self.generation, "paragraphs", self.deadline).match(query)
        return self._projected(match, None)

    def _projected(self, match: Match, mask: np.ndarray | None) -> Match:
        alive = Match(match.mask & self.space.alive, match.scored)
        best = np.zeros(len(self.articles), np.float32)
        if match.scored:
            rows = np.flatnonzero(alive.mask)
            scores = alive.scores(self.space)[rows] * self.space.column("weight")[rows]
            np.maximum.at(best, self.space.article[rows], scores)
        found = self.articles.of_paragraphs(alive.mask) if mask is None else mask
        return Match(found, (PartOfArticles(alive, best),))

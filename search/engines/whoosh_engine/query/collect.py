"""What a request finds, before it is put in order: the rows that match and are let through, and how well they match."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from search.deadline import Deadline
from search.engines.port import FACETS, EngineRequest, Facet, Filters
from search.engines.whoosh_engine.index.doc_set import Space
from search.engines.whoosh_engine.index.ordinals import Rows
from search.engines.whoosh_engine.index.snapshot import Generation
from search.engines.whoosh_engine.query.article_matcher import ArticleMatching, PartOfArticles
from search.engines.whoosh_engine.query.bm25 import Match
from search.engines.whoosh_engine.query.facets import having
from search.engines.whoosh_engine.query.matcher import Matching, published


@dataclass(frozen=True)
class Filtered:
    """What the query alone finds, and what each filter in use lets through; `dates` is None without dates."""

    of_query: Rows
    dates: np.ndarray | None
    kept: dict[Facet, np.ndarray]

    @cached_property
    def rows(self) -> Rows:
        """What is found."""
        return self._let_through([*self.kept.values(), *([] if self.dates is None else [self.dates])])

    @property
    def in_use(self) -> bool:
        """Whether there are filters at all."""
        return self.dates is not None or bool(self.kept)

    def without(self, *facets: Facet, dates: bool = True) -> Rows:
        """Return what is found when what is chosen and excluded in these facets is left out."""
        if self.kept.keys().isdisjoint(facets) and (dates or self.dates is None):
            return self.rows
        masks = [mask for facet, mask in self.kept.items() if facet not in facets]
        return self._let_through([*masks, *([self.dates] if dates and self.dates is not None else [])])

    def _let_through(self, masks: list[np.ndarray]) -> Rows:
        return Rows(np.logical_and.reduce([self.of_query.mask, *masks])) if masks else self.of_query

    def for_facet(self, facet: Facet) -> Rows:
        """Return what the values of a facet are counted in."""
        return self.without(facet)


@dataclass(frozen=True)
class Found:
    """The rows of a space that were found, with their scores; and the rows that are shown for them.

    `shown` are the same rows, or, where whole articles are found, those of their paragraphs that have a part of the
    query.
    """

    space: Space
    filtered: Filtered
    scores: np.ndarray
    shown_in: Space
    shown: np.ndarray
    shown_scores: np.ndarray

    @property
    def rows(self) -> np.ndarray:
        """The numbers of the rows that were found."""
        return self.filtered.rows.numbers

    @cached_property
    def articles(self) -> np.ndarray:
        """The article of each of these rows."""
        return self.space.article.take(self.rows)

    def shown_for(self, rows: np.ndarray) -> np.ndarray:
        """Return the rows that are shown for some that were found."""
        if self.shown_in is self.space:
            return rows
        chosen = np.zeros(len(self.space), bool)
        chosen[rows] = True
        return np.flatnonzero(self.shown & chosen[self.shown_in.article])


def find(generation: Generation, request: EngineRequest, deadline: Deadline) -> Found:
    """Match and filter. Raises SearchTooLong."""
    return (_find_articles if request.unit == "articles" else _find)(generation, request, deadline)


def _find(generation: Generation, request: EngineRequest, deadline: Deadline) -> Found:
    matching = Matching(generation, request.unit, deadline)
    match = matching.found(request.query)
    filtered = filtered_by(matching.space, match.mask, request.filters, deadline.check)
    found = filtered.rows
    scores = Match(found.mask, match.scored).scores(matching.space)
    scores *= matching.space.column("weight")
    return Found(matching.space, filtered, scores, matching.space, found.mask, scores)


def _find_articles(generation: Generation, request: EngineRequest, deadline: Deadline) -> Found:
    matching = ArticleMatching(generation, deadline)
    match, paragraphs = matching.found(request.query), matching.space
    filtered = filtered_by(matching.articles, match.mask, request.filters, deadline.check)
    scores = Match(filtered.rows.mask, match.scored).scores(matching.articles)
    parts = [part.match for part in match.scored if isinstance(part, PartOfArticles)]
    shown = np.logical_or.reduce([np.zeros(len(paragraphs), bool), *(part.mask for part in parts)])
    without = filtered.rows.mask & ~matching.articles.of_paragraphs(shown)  # they match by what they lack
    shown |= paragraphs.alive & without[paragraphs.article]
    of_paragraphs = np.zeros(len(paragraphs), np.float32)
    for part in parts:
        of_paragraphs += part.scores(paragraphs)
    return Found(matching.articles, filtered, scores, paragraphs, shown, of_paragraphs * paragraphs.column("weight"))


def filtered_by(space: Space, of_query: np.ndarray, filters: Filters, look: Callable[[], None]) -> Filtered:
    """Say what each filter in use lets through."""
    dates = published(space, filters.after, filters.before) if filters.after or filters.before else None
    kept = {}
    for facet in FACETS:
        look()
        if filters.choices.get(facet) or filters.excluded.get(facet):
            kept[facet] = _kept(space, filters, facet)
    return Filtered(Rows(of_query), dates, kept)


def _kept(space: Space, filters: Filters, facet: Facet) -> np.ndarray:
    """Say which rows the choices and exclusions of a facet leave."""
    choices, excluded = filters.choices.get(facet), filters.excluded.get(facet)
    mask = having(space, facet, choices) if choices else np.ones(len(space), bool)
    return mask & ~having(space, facet, excluded) if excluded else mask

"""Match and filter: which documents a request finds, and their scores; unsorted."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from search.deadline import Deadline
from search.engines.port import FACETS, EngineRequest, Facet, Filters
from search.engines.whoosh_engine.index.doc_set import DocSet
from search.engines.whoosh_engine.index.ordinals import Selection
from search.engines.whoosh_engine.index.snapshot import Snapshot
from search.engines.whoosh_engine.query.article_matcher import ArticleMatcher, ParagraphScorer
from search.engines.whoosh_engine.query.bm25 import Match
from search.engines.whoosh_engine.query.facets import having
from search.engines.whoosh_engine.query.matcher import Matcher, published


@dataclass(frozen=True)
class Filtered:
    """What the query alone finds, and a mask of what each filter in use lets through; `dates` is None without dates."""

    of_query: Selection
    dates: np.ndarray | None
    kept: dict[Facet, np.ndarray]

    @cached_property
    def doc_ids(self) -> Selection:
        """What is found."""
        return self._let_through([*self.kept.values(), *([] if self.dates is None else [self.dates])])

    @property
    def in_use(self) -> bool:
        """Whether there are filters at all."""
        return self.dates is not None or bool(self.kept)

    def without(self, *facets: Facet, dates: bool = True) -> Selection:
        """Return what is found when what is chosen and excluded in these facets is left out."""
        if self.kept.keys().isdisjoint(facets) and (dates or self.dates is None):
            return self.doc_ids
        masks = [mask for facet, mask in self.kept.items() if facet not in facets]
        return self._let_through([*masks, *([self.dates] if dates and self.dates is not None else [])])

    def _let_through(self, masks: list[np.ndarray]) -> Selection:
        return Selection(np.logical_and.reduce([self.of_query.mask, *masks])) if masks else self.of_query

    def for_facet(self, facet: Facet) -> Selection:
        """Return what the values of a facet are counted in."""
        return self.without(facet)


@dataclass(frozen=True)
class Found:
    """The documents that were found, with their scores; and the documents that are shown for them.

    `shown` are the same documents, or, where whole articles are found, those of their paragraphs that have a part of
    the query.
    """

    doc_set: DocSet
    filtered: Filtered
    scores: np.ndarray
    shown_in: DocSet
    shown: np.ndarray
    shown_scores: np.ndarray

    @property
    def doc_ids(self) -> np.ndarray:
        """The ids of the documents that were found."""
        return self.filtered.doc_ids.doc_ids

    @cached_property
    def articles(self) -> np.ndarray:
        """The article of each of these documents."""
        return self.doc_set.article.take(self.doc_ids)

    def shown_for(self, doc_ids: np.ndarray) -> np.ndarray:
        """Return the documents that are shown for some that were found."""
        if self.shown_in is self.doc_set:
            return doc_ids
        chosen = np.zeros(len(self.doc_set), bool)
        chosen[doc_ids] = True
        return np.flatnonzero(self.shown & chosen[self.shown_in.article])


def collect(snapshot: Snapshot, request: EngineRequest, deadline: Deadline) -> Found:
    """Return what a request finds. Raises SearchTooLong."""
    return (_collect_articles if request.unit == "articles" else _collect)(snapshot, request, deadline)


def _collect(snapshot: Snapshot, request: EngineRequest, deadline: Deadline) -> Found:
    matcher = Matcher(snapshot, request.unit, deadline)
    match = matcher.match_live(request.query)
    filtered = filtered_by(matcher.doc_set, match.mask, request.filters, deadline.check)
    found = filtered.doc_ids
    scores = Match(found.mask, match.scorers).scores(matcher.doc_set)
    scores *= matcher.doc_set.column("weight")
    return Found(matcher.doc_set, filtered, scores, matcher.doc_set, found.mask, scores)


def _collect_articles(snapshot: Snapshot, request: EngineRequest, deadline: Deadline) -> Found:
    matcher = ArticleMatcher(snapshot, deadline)
    match, paragraphs = matcher.match_live(request.query), matcher.doc_set
    filtered = filtered_by(matcher.articles, match.mask, request.filters, deadline.check)
    scores = Match(filtered.doc_ids.mask, match.scorers).scores(matcher.articles)
    parts = [part.match for part in match.scorers if isinstance(part, ParagraphScorer)]
    shown = np.logical_or.reduce([np.zeros(len(paragraphs), bool), *(part.mask for part in parts)])
    without = filtered.doc_ids.mask & ~matcher.articles.of_paragraphs(shown)  # they match by what they lack
    shown |= paragraphs.live_docs & without[paragraphs.article]
    of_paragraphs = np.zeros(len(paragraphs), np.float32)
    for part in parts:
        of_paragraphs += part.scores(paragraphs)
    return Found(matcher.articles, filtered, scores, paragraphs, shown, of_paragraphs * paragraphs.column("weight"))


def filtered_by(doc_set: DocSet, of_query: np.ndarray, filters: Filters, look: Callable[[], None]) -> Filtered:
    """Return what each filter in use lets through."""
    dates = published(doc_set, filters.after, filters.before) if filters.after or filters.before else None
    kept = {}
    for facet in FACETS:
        look()
        if filters.choices.get(facet) or filters.excluded.get(facet):
            kept[facet] = _kept(doc_set, filters, facet)
    return Filtered(Selection(of_query), dates, kept)


def _kept(doc_set: DocSet, filters: Filters, facet: Facet) -> np.ndarray:
    """Return a mask of the documents that the choices and exclusions of a facet leave."""
    choices, excluded = filters.choices.get(facet), filters.excluded.get(facet)
    mask = having(doc_set, facet, choices) if choices else np.ones(len(doc_set), bool)
    return mask & ~having(doc_set, facet, excluded) if excluded else mask

"""Match and filter: which documents a request finds, and their scores; unsorted."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from search.deadline import Deadline
from search.engines.port import FACETS, EngineRequest, Facet, Filters
from search.engines.whoosh_engine.index.doc_set import DocSet
from search.engines.whoosh_engine.index.selection import Selection, selection_of
from search.engines.whoosh_engine.index.snapshot import Snapshot
from search.engines.whoosh_engine.query.article_matcher import ArticleMatcher, ParagraphScorer
from search.engines.whoosh_engine.query.bm25 import Match, weighted
from search.engines.whoosh_engine.query.facets import having_among
from search.engines.whoosh_engine.query.matcher import LeafMatches, Matcher, published


@dataclass(frozen=True)
class Filtered:
    """What the query alone finds, and what of it each filter in use lets through; `dates` is None without dates.

    The filters are masks over the documents that the query finds, in the order of their ids.
    """

    of_query: Selection
    dates: np.ndarray | None
    kept: dict[Facet, np.ndarray]

    @cached_property
    def selected(self) -> Selection:
        """What is found."""
        return self._let_through([*self.kept.values(), *([] if self.dates is None else [self.dates])])

    @property
    def in_use(self) -> bool:
        """Whether there are filters at all."""
        return self.dates is not None or bool(self.kept)

    def without(self, *facets: Facet, dates: bool = True) -> Selection:
        """Return what is found when what is chosen and excluded in these facets is left out."""
        if self.kept.keys().isdisjoint(facets) and (dates or self.dates is None):
            return self.selected
        masks = [mask for facet, mask in self.kept.items() if facet not in facets]
        return self._let_through([*masks, *([self.dates] if dates and self.dates is not None else [])])

    def _let_through(self, masks: list[np.ndarray]) -> Selection:
        return self.of_query.narrowed(np.logical_and.reduce(masks)) if masks else self.of_query

    def for_facet(self, facet: Facet) -> Selection:
        """Return what the values of a facet are counted in."""
        return self.without(facet)


@dataclass(frozen=True)
class Matched:
    """The documents that were found, and by what they are to be scored."""

    doc_set: DocSet
    filtered: Filtered
    match: Match

    def count_articles(self) -> int:
        """Return in how many articles the documents are."""
        editions, selected = self.doc_set.editions, self.filtered.selected
        there = np.zeros(len(editions.articles), bool)
        there[editions.article.take(selected.numbers(self.doc_set.edition))] = True
        return int(np.count_nonzero(there))


@dataclass(frozen=True)
class Found:
    """The documents that were found, with their scores; and the documents that are shown for them.

    `scores` are in the order of the documents' ids. `shown` are the same documents, or, where whole articles are found,
    those of their paragraphs that have a part of the query; `shown_scores` are in their order.
    """

    doc_set: DocSet
    filtered: Filtered
    scores: np.ndarray
    shown_in: DocSet
    shown: Selection
    shown_scores: np.ndarray

    @property
    def doc_ids(self) -> np.ndarray:
        """The ids of the documents that were found."""
        return self.filtered.selected.doc_ids

    def shown_for(self, doc_ids: np.ndarray) -> np.ndarray:
        """Return the ids of the documents that are shown for some that were found."""
        if self.shown_in is self.doc_set:
            return doc_ids
        return self.shown_of(doc_ids)

    def shown_of(self, articles: np.ndarray) -> np.ndarray:
        """Return the ids of the documents that are shown for some articles, given by their places among all."""
        wanted = np.zeros(len(self.doc_set.editions.articles), bool)
        wanted[articles] = True
        editions = wanted.take(self.doc_set.editions.article)
        return self.shown.doc_ids.compress(editions.take(self.shown.numbers(self.shown_in.edition)))

    def scores_of(self, shown: np.ndarray) -> np.ndarray:
        """Return the scores of some documents that are shown."""
        return self.shown_scores.take(np.searchsorted(self.shown.doc_ids, shown))


def match(snapshot: Snapshot, request: EngineRequest, deadline: Deadline, known: LeafMatches) -> Matched:
    """Return which documents a request finds, not scored. Raises SearchTooLong."""
    matcher = (
        ArticleMatcher(snapshot, deadline, known)
        if request.unit == "articles"
        else Matcher(snapshot, request.unit, deadline, known)
    )
    found = matcher.match_live(request.query)
    filtered = filtered_by(matcher.searched, found.mask, request.filters, deadline.check)
    return Matched(matcher.searched, filtered, Match(filtered.selected.mask, found.scorers))


def scored(snapshot: Snapshot, matched: Matched) -> Found:
    """Score what was matched."""
    return (_scored if matched.doc_set is not snapshot.articles_as_docs else _scored_articles)(snapshot, matched)


def _scored(snapshot: Snapshot, matched: Matched) -> Found:
    doc_set, found = matched.doc_set, matched.filtered.selected
    scores = weighted(matched.match.scores(doc_set), doc_set, found)
    return Found(doc_set, matched.filtered, scores, doc_set, found, scores)


def _scored_articles(snapshot: Snapshot, matched: Matched) -> Found:
    articles, paragraphs, found = snapshot.articles_as_docs, snapshot.paragraphs, matched.filtered.selected
    scores = matched.match.scores(articles).take(found.doc_ids)
    parts = [part.match for part in matched.match.scorers if isinstance(part, ParagraphScorer)]
    shown = np.logical_or.reduce([np.zeros(len(paragraphs), bool), *(part.mask for part in parts)])
    without = found.mask & ~articles.of_paragraphs(shown)  # they match by what they lack
    shown |= paragraphs.live_docs & paragraphs.edition.spread(without.take(paragraphs.editions.article))
    of_paragraphs = np.zeros(len(paragraphs), np.float32)
    for part in parts:
        of_paragraphs += part.scores(paragraphs)
    shown_docs = selection_of(shown)
    shown_scores = weighted(of_paragraphs, paragraphs, shown_docs)
    return Found(articles, matched.filtered, scores, paragraphs, shown_docs, shown_scores)


def filtered_by(doc_set: DocSet, of_query: np.ndarray, filters: Filters, look: Callable[[], None]) -> Filtered:
    """Return what each filter in use lets through of what the query finds, which is a mask."""
    selected, dates, kept = selection_of(of_query), None, {}
    if filters.after or filters.before:
        editions = published(doc_set.editions, filters.after, filters.before)
        dates = editions.take(selected.numbers(doc_set.edition))
    for facet in FACETS:
        look()
        if filters.choices.get(facet) or filters.excluded.get(facet):
            kept[facet] = _kept(doc_set, filters, facet, selected)
    return Filtered(selected, dates, kept)


def _kept(doc_set: DocSet, filters: Filters, facet: Facet, selected: Selection) -> np.ndarray:
    """Return a mask over what the query finds of what the choices and exclusions of a facet leave."""
    chosen, excluded = filters.choices.get(facet), filters.excluded.get(facet)
    mask = having_among(doc_set, facet, chosen, selected) if chosen else np.ones(len(selected.doc_ids), bool)
    return mask & ~having_among(doc_set, facet, excluded, selected) if excluded else mask

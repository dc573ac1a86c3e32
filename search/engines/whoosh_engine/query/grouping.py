"""Groups what was found, in order: by article, copies of a story collapsed, or by the values of a facet."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from search.engines.facet_encoding import decode
from search.engines.port import EngineRequest, Facet, Group, Hit, Sort
from search.engines.whoosh_engine.index.doc_set import DocSet
from search.engines.whoosh_engine.index.ordinals import SingleValued
from search.engines.whoosh_engine.index.snapshot import Snapshot
from search.engines.whoosh_engine.query.collect import Found
from search.engines.whoosh_engine.query.facets import most_frequent
from search.engines.whoosh_engine.storage.doc_values import UNKNOWN


@dataclass(frozen=True)
class ArticleGroups:
    """The articles of what was found, as ordinals: how many documents each has, its best score, one of its documents.

    `copies` has the ids of the articles that are collapsed into another, by that one's ordinal.
    """

    ordinals: np.ndarray
    counts: np.ndarray
    best: np.ndarray
    doc_id: np.ndarray
    copies: dict[int, list[int]]


def articles_of(found: Found) -> ArticleGroups:
    """Group the documents that were found by article."""
    doc_ids, articles = found.doc_ids, found.articles
    counts = np.bincount(articles)
    best, doc_id = np.zeros(len(counts), np.float32), np.zeros(len(counts), np.int64)
    np.maximum.at(best, articles, found.scores.take(doc_ids))
    doc_id[articles] = doc_ids
    ordinals = np.flatnonzero(counts)
    return ArticleGroups(ordinals, counts[ordinals], best[ordinals], doc_id[ordinals], {})


def collapse(articles: ArticleGroups, snapshot: Snapshot, found: Found, sort: Sort) -> ArticleGroups:
    """Collapse the copies of a story into that article of it which comes first in the order asked for."""
    group = found.doc_set.stories.ordinals.take(articles.doc_id)
    several = np.flatnonzero(np.bincount(group).take(group) > 1)
    in_order = several[top_k(_keys(found.doc_set, articles, sort, several), len(several))]
    kept = np.ones(len(group), bool)
    copies: dict[int, list[int]] = {}
    leads: dict[int, int] = {}
    for ordinal in in_order.tolist():
        lead = leads.setdefault(int(group[ordinal]), ordinal)
        if lead != ordinal:
            kept[ordinal] = False
            copies.setdefault(int(articles.ordinals[lead]), []).append(
                int(snapshot.articles[articles.ordinals[ordinal]])
            )
    ordinals, counts, best, doc_id = articles.ordinals, articles.counts, articles.best, articles.doc_id
    return ArticleGroups(ordinals[kept], counts[kept], best[kept], doc_id[kept], copies)


def article_groups(
    snapshot: Snapshot, found: Found, articles: ArticleGroups, request: EngineRequest, page: int
) -> tuple[Group, ...]:
    """Return one page of articles."""
    begin, end = (page - 1) * request.groups_per_page, page * request.groups_per_page
    keys = _keys(found.doc_set, articles, request.sort, np.arange(len(articles.ordinals)))
    chosen = top_k(keys, end)[begin:]
    shown = _docs_of(found, articles.ordinals[chosen])
    return tuple(
        Group(
            int(snapshot.articles[ordinal]),
            int(count),
            _hits(snapshot, found, shown[int(ordinal)], request),
            tuple(sorted(articles.copies.get(int(ordinal), ()))),
        )
        for ordinal, count in zip(articles.ordinals[chosen], articles.counts[chosen], strict=True)
    )


def _docs_of(found: Found, ordinals: np.ndarray) -> dict[int, np.ndarray]:
    """Return, for each of a few articles, the documents that are shown for it."""
    if found.doc_set is found.shown_in:
        wanted = np.zeros(int(found.articles.max(initial=-1)) + 1, bool)
        wanted[ordinals] = True
        doc_ids = found.doc_ids.compress(wanted.take(found.articles))
    else:
        doc_ids = found.shown_for(np.sort(ordinals))
    articles = found.shown_in.article[doc_ids]
    return {int(ordinal): doc_ids[articles == ordinal] for ordinal in ordinals}


def _keys(doc_set: DocSet, articles: ArticleGroups, sort: Sort, some: np.ndarray) -> list[np.ndarray]:
    """Return the sort keys of articles, the first key first; those without a date come last among equals."""
    best, ordinals = -articles.best[some], articles.ordinals[some]
    moments = doc_set.column("published")[articles.doc_id[some]].astype(np.int64)
    if sort == "oldest":
        return [np.where(moments == UNKNOWN, -UNKNOWN, moments), best, ordinals]
    return [-moments, best, -ordinals] if sort == "newest" else [best, -moments, -ordinals]


def top_k(keys: Sequence[np.ndarray], limit: int) -> np.ndarray:
    """Return the indices of the first `limit` things when they are sorted by keys, the first key first."""
    indices = np.arange(len(keys[0]))
    if len(indices) > 4 * limit > 0:
        least = np.partition(keys[0], limit - 1)[limit - 1]
        indices = np.flatnonzero(keys[0] <= least)
    return indices[np.lexsort([key[indices] for key in reversed(keys)])][:limit]


def value_groups(snapshot: Snapshot, found: Found, request: EngineRequest, page: int, order: np.ndarray,
                 counts: np.ndarray) -> tuple[Group, ...]:  # fmt: skip
    """Return one page of the values of a facet, in an order of their ordinals, with what was found that has each."""
    begin, end = (page - 1) * request.groups_per_page, page * request.groups_per_page
    facet: Facet = request.group_by  # type: ignore[assignment]  # all groupings but articles are facets
    valued = found.doc_set.facet(facet)
    groups = []
    for ordinal in order[begin:end]:
        has = valued.ordinals == ordinal
        doc_ids = (
            np.flatnonzero(has & found.filtered.doc_ids.mask) if isinstance(valued, SingleValued) else valued.docs[has]
        )
        doc_ids = doc_ids[found.filtered.doc_ids.mask[doc_ids]]
        value = decode(facet, int(valued.values[ordinal]))
        groups.append(Group(value, int(counts[ordinal]), _hits(snapshot, found, found.shown_for(doc_ids), request)))
    return tuple(groups)


def ranked_values(found: Found, facet: Facet) -> tuple[np.ndarray, np.ndarray]:
    """Return the ordinals of the values that something found has, ranked, and the counts of all values."""
    counts = found.filtered.doc_ids.counts(facet, found.doc_set.facet(facet))
    if facet == "months":
        return np.flatnonzero(counts)[::-1], counts
    return most_frequent(counts, len(counts)), counts


def _hits(snapshot: Snapshot, found: Found, doc_ids: np.ndarray, request: EngineRequest) -> tuple[Hit, ...]:
    """Return the best of some documents, sorted as asked for."""
    doc_set = found.shown_in
    scores, moments = -found.shown_scores[doc_ids], doc_set.column("published")[doc_ids].astype(np.int64)
    if request.sort == "oldest":
        keys = [np.where(moments == UNKNOWN, -UNKNOWN, moments), scores]
    else:
        keys = [-moments, scores] if request.sort == "newest" else [scores, -moments]
    best = doc_ids[top_k([*keys, doc_set.column("id")[doc_ids]], request.hits_per_group)]
    return tuple(_hit(snapshot, found, request, int(doc_id)) for doc_id in best)


def _hit(snapshot: Snapshot, found: Found, request: EngineRequest, doc_id: int) -> Hit:
    doc_set = found.shown_in
    quotation = int(doc_set.column("id")[doc_id]) if request.unit == "quotations" else None
    article = int(snapshot.articles[doc_set.article[doc_id]])
    return Hit(article, int(doc_set.column("paragraph")[doc_id]), quotation, float(found.shown_scores[doc_id]))

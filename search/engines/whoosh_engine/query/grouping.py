"""Groups what was found, in order: by article, copies of a story collapsed, or by the values of a facet."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from search.engines.facet_encoding import decode
from search.engines.port import EngineRequest, Facet, Group, Hit, Sort
from search.engines.whoosh_engine.index.editions import Editions
from search.engines.whoosh_engine.index.facet_ordinals import FacetOrdinals
from search.engines.whoosh_engine.index.snapshot import Snapshot
from search.engines.whoosh_engine.query.collect import Found
from search.engines.whoosh_engine.query.facets import most_frequent, spelling
from search.engines.whoosh_engine.storage.doc_values import UNKNOWN


@dataclass(frozen=True)
class ArticleGroups:
    """The articles of what was found, as ordinals: how many documents each has, its best score, and its edition.

    `copies` has the ids of the articles that are collapsed into another, by that one's ordinal.
    """

    ordinals: np.ndarray
    counts: np.ndarray
    best: np.ndarray
    edition: np.ndarray
    copies: dict[int, list[int]]


def articles_of(found: Found) -> ArticleGroups:
    """Group the documents that were found by article."""
    editions, selected, column = found.doc_set.editions, found.filtered.selected, found.doc_set.edition
    of_editions = np.zeros(len(editions), np.float32)
    np.maximum.at(of_editions, selected.numbers(column), found.scores)
    counts_of_editions = selected.column_counts(column)
    there = np.flatnonzero(counts_of_editions)
    articles = editions.article.take(there)
    counts = np.bincount(articles, counts_of_editions.take(there), minlength=len(editions.articles)).astype(np.int64)
    best, edition = np.zeros(len(counts), np.float32), np.zeros(len(counts), np.int32)
    np.maximum.at(best, articles, of_editions.take(there))
    edition[articles] = there
    ordinals = np.flatnonzero(counts)
    return ArticleGroups(ordinals, counts.take(ordinals), best.take(ordinals), edition.take(ordinals), {})


def collapse(articles: ArticleGroups, snapshot: Snapshot, found: Found, sort: Sort) -> ArticleGroups:
    """Collapse the copies of a story into that article of it which comes first in the order asked for."""
    group = found.doc_set.editions.story.ordinals.take(articles.edition)
    several = np.flatnonzero(np.bincount(group).take(group) > 1)
    in_order = several[top_k(article_keys(found.doc_set.editions, articles, sort, several), len(several))]
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
    ordinals, counts, best, edition = articles.ordinals, articles.counts, articles.best, articles.edition
    return ArticleGroups(ordinals[kept], counts[kept], best[kept], edition[kept], copies)


def article_groups(
    snapshot: Snapshot, found: Found, articles: ArticleGroups, request: EngineRequest, page: int
) -> tuple[Group, ...]:
    """Return one page of articles."""
    begin, end = (page - 1) * request.groups_per_page, page * request.groups_per_page
    keys = article_keys(found.doc_set.editions, articles, request.sort, np.arange(len(articles.ordinals)))
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
    doc_ids = found.shown_of(ordinals)
    articles = found.shown_in.articles_of(doc_ids)
    return {int(ordinal): doc_ids[articles == ordinal] for ordinal in ordinals}


def article_keys(editions: Editions, articles: ArticleGroups, sort: Sort, some: np.ndarray) -> list[np.ndarray]:
    """Return the sort keys of articles, the first key first; those without a date come last among equals."""
    best, ordinals = -articles.best[some], articles.ordinals[some]
    moments = editions.published.take(articles.edition.take(some))
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
    valued, texts, groups = found.doc_set.facet(facet), found.doc_set.texts, []
    for ordinal in order[begin:end].tolist():
        value = decode(facet, int(valued.values[ordinal]), texts.folded)
        best = _hits_with(snapshot, found, valued, ordinal, request)
        groups.append(Group(value, int(counts[ordinal]), best, spelling=spelling(found.doc_set, facet, value)))
    return tuple(groups)


def _hits_with(
    snapshot: Snapshot, found: Found, valued: FacetOrdinals, ordinal: int, request: EngineRequest
) -> tuple[Hit, ...]:
    if not request.hits_per_group:  # groups that are only counted, as many as there are
        return ()
    doc_ids = found.shown_for(valued.docs_with(ordinal, found.filtered.selected))
    return _hits(snapshot, found, doc_ids, request)


def ranked_values(found: Found, facet: Facet) -> tuple[np.ndarray, np.ndarray]:
    """Return the ordinals of the values that something found has, ranked, and the counts of all values."""
    counts = found.filtered.selected.facet_counts(facet, found.doc_set.facet(facet).counts)
    if facet == "months":
        return np.flatnonzero(counts)[::-1], counts
    return most_frequent(counts, len(counts)), counts


def _hits(snapshot: Snapshot, found: Found, doc_ids: np.ndarray, request: EngineRequest) -> tuple[Hit, ...]:
    """Return the best of some documents, sorted as asked for; their ids ascend."""
    best = top_k(document_keys(found, doc_ids, request.sort), request.hits_per_group)
    return hits(snapshot, found, request, doc_ids.take(best))


def document_keys(found: Found, doc_ids: np.ndarray, sort: Sort) -> list[np.ndarray]:
    """Return the sort keys of documents that are shown, the first key first; their ids ascend."""
    doc_set = found.shown_in
    scores, moments = found.scores_of(doc_ids), doc_set.editions.published.take(doc_set.edition.take(doc_ids))
    if sort == "oldest":
        keys = [np.where(moments == UNKNOWN, -UNKNOWN, moments), -scores]
    else:
        keys = [-moments, -scores] if sort == "newest" else [-scores, -moments]
    return [*keys, doc_set.column("id").take(doc_ids)]


def hits(snapshot: Snapshot, found: Found, request: EngineRequest, doc_ids: np.ndarray) -> tuple[Hit, ...]:
    """Return the hits of documents that are shown, in the order they come in."""
    order = np.argsort(doc_ids)
    ascending, back = doc_ids.take(order), np.argsort(order)  # columns are looked up in the order of ids
    doc_set = found.shown_in
    articles = snapshot.articles.take(doc_set.articles_of(ascending)).take(back).tolist()
    paragraphs = doc_set.column("paragraph").take(ascending).take(back).tolist()
    ids = doc_set.column("id").take(ascending).take(back).tolist()
    scores = found.scores_of(ascending).take(back).tolist()
    quotations = ids if request.unit == "quotations" else [None] * len(ids)
    return tuple(map(Hit, articles, paragraphs, quotations, scores))

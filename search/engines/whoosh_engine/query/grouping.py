"""Found rows → groups in order: by article, with copies of a story together, or by the values of a facet."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from search.engines.facet_encoding import decode
from search.engines.port import EngineRequest, Facet, Group, Hit, Sort
from search.engines.whoosh_engine.index.doc_set import Space
from search.engines.whoosh_engine.index.ordinals import Single
from search.engines.whoosh_engine.index.snapshot import Generation
from search.engines.whoosh_engine.query.collect import Found
from search.engines.whoosh_engine.query.facets import most_frequent
from search.engines.whoosh_engine.storage.doc_values import UNKNOWN


@dataclass(frozen=True)
class Articles:
    """The articles of what was found, as places among all articles: how many rows each has, its best, one of its rows.

    `copies` are the places of those that are told as copies of another, by that one's place.
    """

    places: np.ndarray
    counts: np.ndarray
    best: np.ndarray
    row: np.ndarray
    copies: dict[int, list[int]]


def articles_of(found: Found) -> Articles:
    """Gather the rows that were found by article."""
    rows, articles = found.rows, found.articles
    counts = np.bincount(articles)
    best, row = np.zeros(len(counts), np.float32), np.zeros(len(counts), np.int64)
    np.maximum.at(best, articles, found.scores.take(rows))
    row[articles] = rows
    places = np.flatnonzero(counts)
    return Articles(places, counts[places], best[places], row[places], {})


def folded(articles: Articles, generation: Generation, found: Found, sort: Sort) -> Articles:
    """Put the copies of a story behind that article of it which comes first in the order asked for."""
    group = found.space.stories.codes.take(articles.row)
    several = np.flatnonzero(np.bincount(group).take(group) > 1)
    in_order = several[first_of(_keys(found.space, articles, sort, several), len(several))]
    kept, copies, leads = np.ones(len(group), bool), {}, {}
    for place in in_order.tolist():
        lead = leads.setdefault(int(group[place]), place)
        if lead != place:
            kept[place] = False
            copies.setdefault(int(articles.places[lead]), []).append(int(generation.articles[articles.places[place]]))
    told = (one[kept] for one in (articles.places, articles.counts, articles.best, articles.row))
    return Articles(*told, copies)


def article_groups(
    generation: Generation, found: Found, articles: Articles, request: EngineRequest, page: int
) -> tuple[Group, ...]:
    """Return one page of articles."""
    begin, end = (page - 1) * request.groups_per_page, page * request.groups_per_page
    keys = _keys(found.space, articles, request.sort, np.arange(len(articles.places)))
    chosen = first_of(keys, end)[begin:]
    shown = _rows_of(found, articles.places[chosen])
    return tuple(
        Group(
            int(generation.articles[place]),
            int(count),
            _hits(generation, found, shown[int(place)], request),
            tuple(sorted(articles.copies.get(int(place), ()))),
        )
        for place, count in zip(articles.places[chosen], articles.counts[chosen], strict=True)
    )


def _rows_of(found: Found, places: np.ndarray) -> dict[int, np.ndarray]:
    """Return, for each of a few articles, the rows that are shown for it."""
    if found.space is found.shown_in:
        wanted = np.zeros(int(found.articles.max(initial=-1)) + 1, bool)
        wanted[places] = True
        rows = found.rows.compress(wanted.take(found.articles))
    else:
        rows = found.shown_for(np.sort(places))
    articles = found.shown_in.article[rows]
    return {int(place): rows[articles == place] for place in places}


def _keys(space: Space, articles: Articles, sort: Sort, some: np.ndarray) -> list[np.ndarray]:
    """Return what articles are ordered by, the first thing first; those without a date come last among equals."""
    best, places = -articles.best[some], articles.places[some]
    moments = space.column("published")[articles.row[some]].astype(np.int64)
    if sort == "oldest":
        return [np.where(moments == UNKNOWN, -UNKNOWN, moments), best, places]
    return [-moments, best, -places] if sort == "newest" else [best, -moments, -places]


def first_of(keys: Sequence[np.ndarray], most: int) -> np.ndarray:
    """Return the places of the first things when they are ordered by keys, the first key first."""
    places = np.arange(len(keys[0]))
    if len(places) > 4 * most > 0:
        least = np.partition(keys[0], most - 1)[most - 1]
        places = np.flatnonzero(keys[0] <= least)
    return places[np.lexsort([key[places] for key in reversed(keys)])][:most]


def value_groups(generation: Generation, found: Found, request: EngineRequest, page: int, order: np.ndarray,
                 counts: np.ndarray) -> tuple[Group, ...]:  # fmt: skip
    """Return one page of the values of a facet, in an order of their places, with what was found that has each."""
    begin, end = (page - 1) * request.groups_per_page, page * request.groups_per_page
    facet: Facet = request.group_by  # type: ignore[assignment]  # all groupings but articles are facets
    valued = found.space.facet(facet)
    groups = []
    for place in order[begin:end]:
        has = valued.codes == place
        rows = np.flatnonzero(has & found.filtered.rows.mask) if isinstance(valued, Single) else valued.owners[has]
        rows = rows[found.filtered.rows.mask[rows]]
        value = decode(facet, int(valued.values[place]))
        groups.append(Group(value, int(counts[place]), _hits(generation, found, found.shown_for(rows), request)))
    return tuple(groups)


def order_of_values(found: Found, facet: Facet) -> tuple[np.ndarray, np.ndarray]:
    """Return the places of the values that something found has, in order, and the counts of all values."""
    counts = found.filtered.rows.counts(facet, found.space.facet(facet))
    if facet == "months":
        return np.flatnonzero(counts)[::-1], counts
    return most_frequent(counts, len(counts)), counts


def _hits(generation: Generation, found: Found, rows: np.ndarray, request: EngineRequest) -> tuple[Hit, ...]:
    """Return the best of some rows, in the order asked for."""
    space = found.shown_in
    scores, moments = -found.shown_scores[rows], space.column("published")[rows].astype(np.int64)
    if request.sort == "oldest":
        keys = [np.where(moments == UNKNOWN, -UNKNOWN, moments), scores]
    else:
        keys = [-moments, scores] if request.sort == "newest" else [scores, -moments]
    best = rows[first_of([*keys, space.column("id")[rows]], request.hits_per_group)]
    return tuple(_hit(generation, found, request, int(row)) for row in best)


def _hit(generation: Generation, found: Found, request: EngineRequest, row: int) -> Hit:
    space = found.shown_in
    quotation = int(space.column("id")[row]) if request.unit == "quotations" else None
    article = int(generation.articles[space.article[row]])
    return Hit(article, int(space.column("paragraph")[row]), quotation, float(found.shown_scores[row]))

"""Execute requests: match, score, group, and count facets, for one page of groups."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from search.deadline import Deadline, SearchTooLong
from search.engines.port import EngineAnswer, EngineRequest, Facet, ValueCount
from search.engines.whoosh_engine.index.snapshot import Snapshot
from search.engines.whoosh_engine.query.collect import Matched, match, scored
from search.engines.whoosh_engine.query.facets import month_counts, value_counts
from search.engines.whoosh_engine.query.grouping import (
    article_groups,
    articles_of,
    collapse,
    ranked_values,
    value_groups,
)
from search.engines.whoosh_engine.query.matcher import LeafMatches


def execute(snapshot: Snapshot, request: EngineRequest) -> EngineAnswer:
    """Answer a request from one snapshot. Raises SearchTooLong."""
    return _answer(snapshot, request, Deadline(request.timeout), {})


def execute_many(snapshot: Snapshot, requests: Sequence[EngineRequest], timeout: float) -> list[EngineAnswer | None]:
    """Answer requests from one snapshot in so many seconds together; None for those that there is no time for.

    What several of them ask for is looked up once.
    """
    deadline, known = Deadline(timeout), LeafMatches()
    answers: list[EngineAnswer | None] = [None] * len(requests)
    with suppress(SearchTooLong):
        for number, request in enumerate(requests):
            answers[number] = _answer(snapshot, request, deadline, known)
    return answers


def _answer(snapshot: Snapshot, request: EngineRequest, deadline: Deadline, known: LeafMatches) -> EngineAnswer:
    deadline.check()
    matched = match(snapshot, request, deadline, known)
    deadline.check()
    if not request.groups_per_page:
        return _totals(matched, matched.count_articles(), request, deadline)
    found = scored(snapshot, matched)
    articles = articles_of(found)
    if request.group_by == "articles":
        groups = collapse(articles, snapshot, found, request.sort) if request.collapse else articles
        page, pages = _page(request, len(groups.ordinals))
        of_page, in_all = article_groups(snapshot, found, groups, request, page), len(groups.ordinals)
    else:
        order, counts = ranked_values(found, request.group_by)
        page, pages = _page(request, len(order))
        of_page, in_all = value_groups(snapshot, found, request, page, order, counts), len(order)
    totals = _totals(matched, len(articles.ordinals), request, deadline)
    return replace(totals, group_count=in_all, page=page, pages=pages, groups=of_page)


def _totals(matched: Matched, articles: int, request: EngineRequest, deadline: Deadline) -> EngineAnswer:
    """Return how much was found, in so many articles, with the facets and months asked for, but no groups."""
    filtered = matched.filtered
    months = filtered.without("years", "months", dates=False) if request.timeline else None
    return EngineAnswer(
        documents=len(filtered.selected.doc_ids),
        articles=articles,
        group_count=0,
        page=1,
        pages=1,
        groups=(),
        facets={facet: _facet(matched, request, facet, deadline) for facet in request.facets},
        timeline=month_counts(matched.doc_set, months) if months else (),
    )


def _page(request: EngineRequest, groups: int) -> tuple[int, int]:
    pages = max(1, -(-groups // request.groups_per_page))
    return min(max(1, request.page), pages), pages


def _facet(matched: Matched, request: EngineRequest, facet: Facet, deadline: Deadline) -> tuple[ValueCount, ...]:
    deadline.check()
    filtered = matched.filtered
    of_query = filtered.of_query if filtered.in_use else None
    selected, limit = filtered.for_facet(facet), request.values_per_facet
    return value_counts(matched.doc_set, facet, selected, of_query, request.filters, limit)

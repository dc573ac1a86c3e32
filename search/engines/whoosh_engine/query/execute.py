"""A request → the answer: what is found, in groups, one page of them, and counted by facets."""

from search.deadline import Deadline
from search.engines.port import EngineAnswer, EngineRequest, Facet, ValueCount
from search.engines.whoosh_engine.index.snapshot import Generation
from search.engines.whoosh_engine.query.collect import Found, find
from search.engines.whoosh_engine.query.facets import month_counts, value_counts
from search.engines.whoosh_engine.query.grouping import (
    article_groups,
    articles_of,
    folded,
    order_of_values,
    value_groups,
)


def answer(generation: Generation, request: EngineRequest) -> EngineAnswer:
    """Answer a request from one generation. Raises SearchTooLong."""
    deadline = Deadline(request.timeout)
    deadline.check()
    found = find(generation, request, deadline)
    deadline.check()
    articles = articles_of(found)
    if request.group_by == "articles":
        groups = folded(articles, generation, found, request.sort) if request.collapse else articles
        page, pages = _page(request, len(groups.places))
        of_page, in_all = article_groups(generation, found, groups, request, page), len(groups.places)
    else:
        order, counts = order_of_values(found, request.group_by)
        page, pages = _page(request, len(order))
        of_page, in_all = value_groups(generation, found, request, page, order, counts), len(order)
    return EngineAnswer(
        documents=len(found.rows),
        articles=len(articles.places),
        group_count=in_all,
        page=page,
        pages=pages,
        groups=of_page,
        facets={facet: _facet(found, request, facet, deadline) for facet in request.facets},
        timeline=month_counts(found.space, found.filtered.without("years", "months", dates=False))
        if request.timeline
        else (),
    )


def _page(request: EngineRequest, groups: int) -> tuple[int, int]:
    pages = max(1, -(-groups // request.groups_per_page))
    return min(max(1, request.page), pages), pages


def _facet(found: Found, request: EngineRequest, facet: Facet, deadline: Deadline) -> tuple[ValueCount, ...]:
    deadline.check()
    filtered = found.filtered
    of_query = filtered.of_query if filtered.in_use else None
    rows = filtered.for_facet(facet)
    return value_counts(found.space, facet, rows, of_query, request.filters, request.values_per_facet)

"""Execute a request: collect, group, and count facets, for one page of groups."""

from search.deadline import Deadline
from search.engines.port import EngineAnswer, EngineRequest, Facet, ValueCount
from search.engines.whoosh_engine.index.snapshot import Snapshot
from search.engines.whoosh_engine.query.collect import Found, collect
from search.engines.whoosh_engine.query.facets import month_counts, value_counts
from search.engines.whoosh_engine.query.grouping import (
    article_groups,
    articles_of,
    collapse,
    ranked_values,
    value_groups,
)


def execute(snapshot: Snapshot, request: EngineRequest) -> EngineAnswer:
    """Answer a request from one snapshot. Raises SearchTooLong."""
    deadline = Deadline(request.timeout)
    deadline.check()
    found = collect(snapshot, request, deadline)
    deadline.check()
    articles = articles_of(found)
    if request.group_by == "articles":
        groups = collapse(articles, snapshot, found, request.sort) if request.collapse else articles
        page, pages = _page(request, len(groups.ordinals))
        of_page, in_all = article_groups(snapshot, found, groups, request, page), len(groups.ordinals)
    else:
        order, counts = ranked_values(found, request.group_by)
        page, pages = _page(request, len(order))
        of_page, in_all = value_groups(snapshot, found, request, page, order, counts), len(order)
    return EngineAnswer(
        documents=len(found.doc_ids),
        articles=len(articles.ordinals),
        group_count=in_all,
        page=page,
        pages=pages,
        groups=of_page,
        facets={facet: _facet(found, request, facet, deadline) for facet in request.facets},
        timeline=month_counts(found.doc_set, found.filtered.without("years", "months", dates=False))
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
    selected, limit = filtered.for_facet(facet), request.values_per_facet
    return value_counts(found.doc_set, facet, selected, of_query, request.filters, limit)

"""How much requests would find: the page's own questions, asked without their rows, facets and timelines."""

from collections.abc import Iterable
from dataclasses import replace

from search.engines.port import EngineRequest
from search.results.name_resolution import NameLookup
from search.results.prepared_query import prepare_many
from search.results.request import SearchRequest


def count_questions(requests: Iterable[SearchRequest], lookup: NameLookup) -> dict[SearchRequest, EngineRequest]:
    """Return for each request what an engine is asked to count what it finds; those that ask for nothing are left out.

    Takes four database queries at the most, none where `lookup` knows all their names.
    """
    prepared = prepare_many(requests, lookup)
    return {one.request: _totals(one.engine_request) for one in prepared if not one.is_empty}


def _totals(request: EngineRequest) -> EngineRequest:
    return replace(request, page=1, groups_per_page=0, facets=(), timeline=False)

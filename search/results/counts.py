"""How much a request would find: the page's own question, asked without its rows, facets and timeline.

Counts help with a search that has had its answer, so each gets what is left of the time for all help together.
"""

from dataclasses import replace

from search.deadline import Deadline
from search.engines.port import EngineAnswer
from search.results.ask_engine import SearchUnavailable, ask_engine
from search.results.prepared_query import prepare
from search.results.request import SearchRequest

NO_TIME = "There was no time left to count this."


def totals(request: SearchRequest, deadline: Deadline) -> EngineAnswer | None:
    """Return the engine's answer to a request with exact totals, without facets and months; None for an empty request.

    Raises SearchUnavailable, also where the deadline has passed.
    """
    if not deadline.left():
        raise SearchUnavailable(NO_TIME)
    prepared = prepare(request)
    if prepared.is_empty:
        return None
    bare = replace(prepared.engine_request, page=1, groups_per_page=1, hits_per_group=1, facets=(), timeline=False)
    return ask_engine(replace(bare, timeout=deadline.left()))


def count(request: SearchRequest, deadline: Deadline) -> int:
    """Return how many documents a request finds: paragraphs, quotations or articles; 0 for an empty request.

    Raises SearchUnavailable, also where the deadline has passed.
    """
    answer = totals(request, deadline)
    return answer.documents if answer else 0

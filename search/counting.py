"""How much a request would find: the page's own question, asked without its rows, facets and timeline."""

from dataclasses import replace

from search.engines.port import EngineAnswer
from search.request import SearchRequest
from search.searching import answer_to, asked_of


def counted(request: SearchRequest) -> EngineAnswer | None:
    """Return the answer to a request with its totals alone; None where it asks for nothing. Raises NoAnswer."""
    asked = asked_of(request)
    if asked.nothing:
        return None
    return answer_to(replace(asked.engine, page=1, groups_a_page=1, hits_a_group=1, facets=(), timeline=False))


def count(request: SearchRequest) -> int:
    """Return how much a request finds of what it searches for, 0 where it asks for nothing. Raises NoAnswer."""
    answer = counted(request)
    return answer.documents if answer else 0

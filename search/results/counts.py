"""How much a request would find: the page's own question, asked without its rows, facets and timeline.

Counts help with a search that has had its answer, so each gets what is left of the time for all help together.
"""

from dataclasses import replace

from search.deadline import Deadline
from search.engines.port import EngineAnswer
from search.results.request import SearchRequest
from search.results.search import NoAnswer, answer_to, asked_of

NO_TIME = "There was no time left to count this."


def counted(request: SearchRequest, time: Deadline) -> EngineAnswer | None:
    """Return the answer to a request with its totals alone; None where it asks for nothing.

    Raises NoAnswer, also where the time is over.
    """
    if not time.left():
        raise NoAnswer(NO_TIME)
    asked = asked_of(request)
    if asked.nothing:
        return None
    bare = replace(asked.engine, page=1, groups_per_page=1, hits_per_group=1, facets=(), timeline=False)
    return answer_to(replace(bare, timeout=time.left()))


def count(request: SearchRequest, time: Deadline) -> int:
    """Return how much a request finds of what it searches for, 0 where it asks for nothing. Raises NoAnswer."""
    answer = counted(request, time)
    return answer.documents if answer else 0

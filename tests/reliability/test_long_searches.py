"""A search that runs too long is stopped, in any thread: web workers do not search in the main one."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from search.deadline import SearchTooLong
from search.engines import make_engine
from search.engines.port import EngineRequest
from search.language.ast import And, Fuzzy, Or, Phrase, Prefix, Word

QUERIES = (
    None,
    Word("harbour"),
    Phrase("the ferries and the ferrymen"),
    Or((Prefix("har"), Fuzzy("ferries"), And((Word("the"), Word("tide"))))),
)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: type(query).__name__)
@pytest.mark.parametrize("unit", ["paragraphs", "quotations", "articles"])
def test_a_search_that_takes_too_long_is_stopped(name, folder, query, unit):
    engine = make_engine(name, folder)
    with ThreadPoolExecutor(1) as threads:
        stopped = threads.submit(engine.search, EngineRequest(query, unit, timeout=1e-9))
        assert isinstance(stopped.exception(), SearchTooLong)
        answered = threads.submit(engine.search, EngineRequest(query, unit))
        assert answered.result().documents > 0

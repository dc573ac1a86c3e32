"""A search that takes longer than it may is stopped, in whichever thread it was asked."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from search.deadline import SearchTooLong
from search.engines.port import Batch, EngineRequest
from search.language.ast import And, Near, Not, Or, Phrase, Prefix, Word

SLOW = Or(
    tuple(Near(f"{one} {other} {one} {third}", 40) for one in "abcdefgh" for other in "hgfedcba" for third in "aceg")
)


@pytest.fixture
def slow(engine, document):
    text = " ".join("abcdefgh" * 30)
    engine.rebuild([Batch(frozenset(), [document(number, number, text) for number in range(1, 3_000)], 1)], 1)
    return engine


def test_a_search_without_time_is_stopped(slow):
    with pytest.raises(SearchTooLong):
        slow.search(EngineRequest(Word("a"), timeout=0))


def test_a_slow_search_is_stopped_near_its_limit_in_any_thread(slow):
    def seconds() -> float:
        begin = time.monotonic()
        with pytest.raises(SearchTooLong):
            slow.search(EngineRequest(SLOW, timeout=0.3))
        return time.monotonic() - begin

    with ThreadPoolExecutor(2) as threads:
        assert all(took.result() < 3 for took in [threads.submit(seconds) for _ in range(2)])


def test_a_search_after_one_that_was_stopped_is_answered(slow):
    with pytest.raises(SearchTooLong):
        slow.search(EngineRequest(SLOW, timeout=0.1))
    everything = And((Word("a"), Not(Prefix("zzz")), Phrase("a b")))
    assert slow.search(EngineRequest(everything, timeout=60)).documents == 2_999


@pytest.mark.parametrize("words", ["completions", "similar"])
def test_words_without_time_are_not_looked_for(slow, words):
    with pytest.raises(SearchTooLong):
        getattr(slow, words)("a", 5, timeout=0)

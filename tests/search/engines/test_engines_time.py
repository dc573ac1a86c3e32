"""A search that takes longer than it may is stopped, in whichever thread it was asked."""

import time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from types import SimpleNamespace

import pytest

from search import deadline
from search.deadline import SearchTooLong
from search.engines.port import Batch, EngineRequest
from search.language.ast import And, Near, Not, Or, Phrase, Prefix, Word

DOCUMENTS = 600
SLOW = Or(
    tuple(Near(f"{one} {other} {one} {third}", 40) for one in "abcdefgh" for other in "hgfedcba" for third in "aceg")
)


@pytest.fixture
def slow(engine, document):
    text = " ".join("abcdefgh" * 30)
    engine.rebuild([Batch(frozenset(), [document(number, number, text) for number in range(DOCUMENTS)], 1)], 1)
    return engine


@pytest.fixture
def looked_at(monkeypatch):
    """Count the looks at the clock, each with the CPU that its thread has used; the clock goes a millisecond a look."""
    looks: list[float] = []

    def look() -> float:
        looks.append(time.thread_time())
        return len(looks) / 1000

    monkeypatch.setattr(deadline, "time", SimpleNamespace(monotonic=look))
    return looks


def test_a_search_without_time_is_stopped(slow):
    with pytest.raises(SearchTooLong):
        slow.search(EngineRequest(Word("a"), timeout=0))


def test_a_slow_search_looks_at_the_clock_all_the_time(slow, looked_at):
    assert slow.search(EngineRequest(SLOW, timeout=1e9)).documents == DOCUMENTS
    longest = max(after - before for before, after in pairwise(looked_at))
    assert longest < (looked_at[-1] - looked_at[0]) / 20


def test_a_slow_search_is_stopped_at_its_limit_in_any_thread(slow, looked_at):
    with ThreadPoolExecutor(2) as threads:
        stopped = [threads.submit(slow.search, EngineRequest(SLOW, timeout=0.3)) for _ in range(2)]
        assert all(isinstance(one.exception(), SearchTooLong) for one in stopped)
    assert len(looked_at) < 700


def test_a_search_after_one_that_was_stopped_is_answered(slow, looked_at):
    with pytest.raises(SearchTooLong):
        slow.search(EngineRequest(SLOW, timeout=0.1))
    everything = And((Word("a"), Not(Prefix("zzz")), Phrase("a b")))
    assert slow.search(EngineRequest(everything, timeout=1e9)).documents == DOCUMENTS


def test_of_several_searches_those_before_the_end_of_the_time_are_answered(slow, looked_at):
    quick, long = EngineRequest(Word("a")), EngineRequest(SLOW)
    first, *others = slow.search_many([quick, long, quick], timeout=0.3)
    assert first.documents == DOCUMENTS
    assert others == [None, None]
    assert len(looked_at) < 400


@pytest.mark.parametrize("words", ["completions", "similar"])
def test_words_without_time_are_not_looked_for(slow, words):
    with pytest.raises(SearchTooLong):
        getattr(slow, words)("a", 5, timeout=0)

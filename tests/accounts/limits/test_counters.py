"""Counters count in windows, whatever the clock does, and processes count together."""

import multiprocessing

import pytest

from accounts.limits import counters as module
from accounts.limits.counter_file import CounterFile
from accounts.limits.counters import Counters
from tests.patience import PATIENCE

MINUTE = 60


def test_a_window_begins_with_the_first_and_ends(counters, clock):
    began = clock.now
    assert [counters.incr("a", MINUTE) for _ in range(3)] == [1, 2, 3]
    clock.now += MINUTE - 1
    assert counters.incr("a", MINUTE, amount=10) == 13
    assert counters.get_expiry("a") == began + MINUTE
    clock.now += 1
    assert counters.get("a") == 0
    assert counters.incr("a", MINUTE) == 1
    assert counters.get_expiry("a") == clock.now + MINUTE


def test_keys_are_counted_apart_and_forgotten(counters):
    counters.incr("a", MINUTE)
    counters.incr("b", MINUTE)
    counters.clear("a")
    assert (counters.get("a"), counters.get("b"), counters.get("c")) == (0, 1, 0)
    assert (counters.reset(), counters.get("b")) == (1, 0)


def test_what_is_taken_back_never_leaves_less_than_nothing(counters, clock):
    counters.incr("a", MINUTE, amount=2)
    assert counters.incr("a", MINUTE, amount=-1) == 1
    clock.now += MINUTE
    assert counters.incr("a", MINUTE, amount=-1) == 0
    assert counters.incr("b", MINUTE, amount=-1) == 0


@pytest.mark.parametrize("back", [1, MINUTE, 24 * 60 * MINUTE])
def test_a_clock_that_goes_back_makes_no_window_longer(counters, clock, back):
    counters.incr("a", MINUTE, amount=5)
    clock.now -= back
    assert counters.get("a") == 0
    assert counters.get_expiry("a") <= clock.now + MINUTE
    assert counters.incr("a", MINUTE) == 1
    clock.now += MINUTE
    assert counters.incr("a", MINUTE) == 1


def test_of_many_visitors_only_those_of_now_are_kept(counters, clock, file, monkeypatch):
    monkeypatch.setattr(module, "BETWEEN_CLEANINGS", 10)
    for number in range(100):
        counters.incr(f"{number}", MINUTE)
    clock.now += MINUTE
    for number in range(100, 110):
        counters.incr(f"{number}", MINUTE)
    assert file.run("SELECT count(*) FROM counters", {}) == [(10,)]


def add_often(path, times: int) -> None:
    """Count so often, in a process of its own."""
    counters = Counters(CounterFile(path))
    for _ in range(times):
        counters.incr("a", 24 * 60 * MINUTE)


def test_processes_count_together_and_none_is_lost(tmp_path):
    spawned = multiprocessing.get_context("spawn")
    path = tmp_path / "limits.sqlite3"
    processes = [spawned.Process(target=add_often, args=(path, 300)) for _ in range(2)]
    for one in processes:
        one.start()
    for one in processes:
        one.join(PATIENCE)
    assert [one.exitcode for one in processes] == [0, 0]
    ours = CounterFile(path)
    assert Counters(ours).get("a") == 600
    ours.close()

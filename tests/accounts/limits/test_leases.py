"""So many at once, of one visitor and in all; what nobody renews ends by itself."""

import multiprocessing

import pytest

from accounts.limits.counter_file import CounterFile
from accounts.limits.counters import Counters
from accounts.limits.leases import SECONDS, Lease, Terms
from tests.patience import PATIENCE

TERMS = Terms(each=2, in_all=4)


@pytest.fixture
def taken(counters):
    """Take a lease: `taken("ana")` gives it and the refusal, if there was one."""

    def take(visitor: str, terms: Terms = TERMS):
        lease = Lease(counters, visitor, terms)
        return lease, lease.take()

    return take


def test_a_visitor_holds_two_and_all_together_four(taken):
    refusals = [taken(visitor)[1] for visitor in ("ana", "ana", "ana", "bea", "bea", "cid")]
    assert [bool(one) for one in refusals] == [False, False, True, False, False, True]
    assert refusals[2].why == "2 of your exports are running already, and more do not run at once."
    assert "As many exports are running" in refusals[5].why


def test_one_that_is_given_back_is_free_and_giving_it_back_twice_frees_one(taken):
    first, _ = taken("ana")
    taken("ana")
    first.give_back()
    first.give_back()
    assert taken("ana")[1] is None
    assert taken("ana")[1]


def test_what_a_killed_worker_held_is_free_after_the_time_that_was_said(taken, clock):
    for _ in range(2):
        taken("ana")
    clock.now += 1
    _, refusal = taken("ana")
    clock.now += refusal.seconds
    assert taken("ana")[1] is None


def test_one_that_is_renewed_lasts(taken, clock):
    lease, _ = taken("ana", Terms(each=1, in_all=1))
    for _ in range(5):
        clock.now += SECONDS - 1
        assert lease.renew()
        assert taken("ana", Terms(each=1, in_all=1))[1]


def test_one_that_was_lost_goes_on_where_another_is_free_and_else_not(taken, clock):
    terms = Terms(each=1, in_all=1)
    lost, _ = taken("ana", terms)
    clock.now += SECONDS
    assert lost.renew()
    clock.now += SECONDS
    other, _ = taken("bea", terms)
    assert not lost.renew()
    other.give_back()
    assert lost.renew()


@pytest.mark.parametrize("back", [1, 3600, 10**8])
def test_a_clock_that_goes_back_makes_none_longer(taken, clock, back):
    lease, _ = taken("ana", Terms(each=1, in_all=1))
    clock.now -= back
    assert lease.renew()
    clock.now += SECONDS
    assert taken("ana", Terms(each=1, in_all=1))[1] is None


def test_nothing_limits_where_a_number_is_0(taken):
    assert not any(taken("ana", Terms(each=0, in_all=0))[1] for _ in range(20))


def test_where_the_counters_are_away_exports_run_without(taken, file, tmp_path):
    held, _ = taken("ana")
    file.close()
    file.path = tmp_path / "no" / "folder"
    lease, refusal = taken("ana", Terms(each=1, in_all=1))
    assert refusal is None
    assert lease.renew()
    assert held.renew()
    lease.give_back()


def hold(path, line) -> None:
    """Take a lease in a process of its own and hold it until the process is killed."""
    Lease(Counters(CounterFile(path)), "ana", TERMS).take()
    line.send(True)
    line.recv()


def test_processes_share_them_and_one_that_dies_holds_none_for_long(tmp_path, clock):
    spawned = multiprocessing.get_context("spawn")
    path, (line, theirs) = tmp_path / "limits.sqlite3", spawned.Pipe()
    process = spawned.Process(target=hold, args=(path, theirs))
    process.start()
    assert line.poll(PATIENCE)
    ours = Counters(CounterFile(path))
    one = Terms(each=1, in_all=1)
    assert Lease(ours, "bea", one).take()
    process.kill()
    process.join()
    now = ours.clock()
    ours.clock = lambda: now + SECONDS
    assert Lease(ours, "bea", one).take() is None
    ours.file.close()

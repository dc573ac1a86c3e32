"""An export as it is streamed: charged, with a lease that is renewed, given back however it ends."""

import pytest

from accounts.limits.leases import RENEWED_AFTER, SECONDS, Lease, Terms
from accounts.limits.metered import Metered
from accounts.limits.visitor import Visitor

ANA = Visitor("ana", signed_in=False)
ONE = Terms(each=1, in_all=1)


@pytest.fixture
def stream(limits, monkeypatch):
    """Stream chunks under a lease, each after some seconds of the clock and of the processor."""
    spent = [0.0]
    monkeypatch.setattr("accounts.limits.metered.time.thread_time", lambda: spent[0])

    def streamed(chunks, visitor=ANA, seconds: float = 0.0) -> Metered:
        def slowly():
            for chunk in chunks:
                limits.counters.clock.now += seconds
                spent[0] += seconds
                yield chunk

        lease = Lease(limits.counters, visitor.key, ONE)
        assert lease.take() is None
        return Metered(slowly(), lease, limits, visitor, monotonic=lambda: limits.counters.clock.now)

    return streamed


@pytest.fixture
def free(limits):
    """Say whether a lease is free."""

    def is_free() -> bool:
        lease = Lease(limits.counters, "somebody", ONE)
        refusal = lease.take()
        if not refusal:
            lease.give_back()
        return refusal is None

    return is_free


def test_chunks_pass_and_the_lease_is_held_until_the_last(stream, free):
    chunks = stream([b"a", b"b"])
    assert (next(chunks), free()) == (b"a", False)
    assert (list(chunks), free()) == ([b"b"], True)


def test_one_that_is_closed_before_it_began_gives_the_lease_back(stream, free):
    stream([b"a"]).close()
    assert free()


def test_one_that_is_closed_on_the_way_gives_it_back_and_ends(stream, free):
    chunks = stream([b"a", b"b"])
    next(chunks)
    chunks.close()
    assert free()
    assert list(chunks) == []


def test_one_that_breaks_gives_it_back(stream, free):
    def breaking():
        yield b"a"
        raise OSError

    chunks = stream(breaking())
    next(chunks)
    with pytest.raises(OSError):
        next(chunks)
    assert free()


def test_a_long_one_keeps_its_lease(stream, free):
    chunks = stream([b"."] * 20, seconds=RENEWED_AFTER)
    for _ in range(20):
        next(chunks)
        assert not free()


def test_one_whose_reader_stopped_for_too_long_ends_where_another_took_its_place(stream, limits):
    chunks = stream([b"a", b"b", b"c"])
    next(chunks)
    limits.counters.clock.now += SECONDS
    assert Lease(limits.counters, "bea", ONE).take() is None
    assert list(chunks) == []


def test_it_is_charged_on_the_way_and_at_its_end(stream, limits, rate):
    rate(seconds="10/hour")
    chunks = stream([b"."] * 3, seconds=RENEWED_AFTER)
    next(chunks)
    assert limits.enter("search", ANA) is None
    next(chunks)
    next(chunks)
    assert limits.enter("search", ANA), "10 seconds of the first two chunks"
    limits.counters.reset()
    chunks.close()
    chunks.close()
    assert limits.enter("search", ANA) is None, "5 of the last, once"

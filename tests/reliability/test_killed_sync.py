"""kill -9 at random moments of sync_index: the old state is found whole, or the new one, and the next sync ends it.

With test_killed_writers.py these are 50 moments.
"""

import random
import subprocess
import time
from contextlib import suppress

from search.engines import make_engine
from search.engines.port import Engine
from tests.patience import PATIENCE
from tests.reliability.harbours import count
from tests.reliability.thirty_articles import ARTICLES

MOMENTS = 10


def test_a_killed_sync_is_taken_up_by_the_next(name, archive, correct):
    lots = random.Random("sync")  # noqa: S311  drawn alike each time
    engine, takes = make_engine(name, archive.index), 0.0
    for number in range(MOMENTS + 1):
        correct(f"round{number}")
        if number:
            kill_after(archive.start("sync_index"), lots.uniform(takes / 2, takes))
            assert held(engine, number) == held(make_engine(name, archive.index), number)
            assert held(engine, number) in ((ARTICLES, 0), (0, ARTICLES))
        started = time.monotonic()
        archive.run("sync_index")
        takes = time.monotonic() - started
        assert held(engine, number) == (0, ARTICLES)
    assert "agree on all 30 articles" in archive.run("verify_index")


def held(engine: Engine, number: int) -> tuple[int, int]:
    """Return how many articles are found as they were before a round, and as they are since."""
    return count(engine, f"round{number - 1}"), count(engine, f"round{number}")


def kill_after(process: subprocess.Popen[str], seconds: float) -> None:
    """Give a process so many seconds, then kill it."""
    with suppress(subprocess.TimeoutExpired):
        process.communicate(timeout=seconds)
    process.kill()
    process.communicate()


def test_two_syncs_at_once(name, archive, correct):
    correct("round1")
    both = [archive.start("sync_index") for _ in range(2)]
    received = [process.communicate(timeout=PATIENCE)[1] for process in both]
    ended = [process.returncode for process in both]
    assert 0 in ended, received
    assert all(
        status == 0 or "writing to the search index" in error for status, error in zip(ended, received, strict=True)
    )
    assert count(make_engine(name, archive.index), "round1") == ARTICLES
    assert "agree on all 30 articles" in archive.run("verify_index")

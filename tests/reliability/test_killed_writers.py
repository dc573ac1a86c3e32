"""kill -9 at random moments of a write or a rebuild: the old state whole, or the new one, and the next write goes on.

With test_killed_sync.py these are 50 moments. They are drawn alike each time, but where they meet the writer is up to
the machine.
"""

import random
import time

import pytest

from search.engines import make_engine
from tests.reliability.harbours import round_held, round_of
from tests.reliability.processes import OtherProcess, rebuild_rounds, write_rounds

LONGEST = 0.3  # seconds; a write or a rebuild of a round takes about half of it


@pytest.mark.parametrize(("work", "moments"), [(write_rounds, 25), (rebuild_rounds, 15)])
def test_a_killed_writer_leaves_the_old_state_or_the_new(name, folder, work, moments):
    lots = random.Random(work.__name__)  # noqa: S311  drawn alike each time
    reader, held = make_engine(name, folder), 1
    for _ in range(moments):
        writer = OtherProcess(work, name, folder, held + 1)
        assert writer.received() == held
        time.sleep(lots.uniform(0, LONGEST))
        done = max(writer.kill(), default=held)
        held = round_held(reader)
        assert held in (done, done + 1)
        assert round_held(make_engine(name, folder)) == held
    reader.write(round_of(held + 1))
    assert round_held(reader) == held + 1


def test_what_killed_writers_leave_behind_is_cleared_away(name, folder):
    """Half-built folders are not kept: the next rebuild leaves about as many files as one that was never killed."""
    alone = sum(1 for _ in folder.rglob("*"))
    for moment in range(5):
        with OtherProcess(rebuild_rounds, name, folder, moment + 2) as writer:
            writer.received()
            time.sleep(0.1 * moment)
    engine = make_engine(name, folder)
    engine.rebuild([round_of(100)], 100, "mark 100")
    assert round_held(engine) == 100
    assert sum(1 for _ in folder.rglob("*")) <= alone + 5

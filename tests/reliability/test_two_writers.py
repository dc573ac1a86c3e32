"""Two writers at once: one waits, or is told that the other is writing; nothing is lost."""

import pytest

from search.engines import make_engine
from search.engines.port import IndexBusy
from tests.reliability.harbours import ARTICLES, PARAGRAPHS, count, round_of
from tests.reliability.processes import OtherProcess, write_articles

EACH = 15  # articles of each writer


def test_two_writers_at_once_lose_nothing(name, folder):
    first, second = range(100, 100 + EACH), range(200, 200 + EACH)
    with (
        OtherProcess(write_articles, name, folder, first) as one,
        OtherProcess(write_articles, name, folder, second) as other,
    ):
        one.received()
        other.received()
    engine = make_engine(name, folder)
    engine.check()
    held = [indexed.article for indexed in engine.iter_articles()]
    assert held == [*range(1, ARTICLES + 1), *first, *second]
    assert count(engine, "harbour") == len(held) * PARAGRAPHS


def test_a_second_writer_is_told_while_a_rebuild_goes_on(name, folder):
    engine, second = make_engine(name, folder), make_engine(name, folder, wait_for_writer=0)

    def batches():
        with pytest.raises(IndexBusy):
            second.write(round_of(3))
        yield round_of(2)

    engine.rebuild(batches(), 2, "mark 2")
    assert engine.state().reached == second.state().reached == 2

"""Pages go first, and exports go on all the same."""

from threading import Thread

from accounts.limits.give_way import Precedence
from tests.patience import PATIENCE


def test_nobody_waits_where_no_page_is_answered():
    assert Precedence().give_way(PATIENCE)


def test_a_step_waits_until_the_last_page_is_answered():
    precedence, after = Precedence(), []
    waiting = Thread(target=lambda: after.append(precedence.give_way(PATIENCE)))
    with precedence.page():
        with precedence.page():
            waiting.start()
        assert after == []
        assert precedence.give_way(0) is False
    waiting.join(PATIENCE)
    assert after == [True]


def test_it_waits_no_longer_than_so_long():
    precedence = Precedence()
    with precedence.page():
        assert precedence.give_way(0.01) is False


def test_a_page_that_fails_is_over():
    precedence = Precedence()
    try:
        with precedence.page():
            raise ValueError
    except ValueError:
        assert precedence.give_way(0)


def test_steps_take_turns():
    precedence, done = Precedence(), []

    def second() -> None:
        with precedence.step():
            done.append("second")

    other = Thread(target=second)
    with precedence.step():
        other.start()
        other.join(0.05)
        done.append("first")
    other.join(PATIENCE)
    assert done == ["first", "second"]


def test_a_step_that_breaks_leaves_the_turn_to_the_next():
    precedence = Precedence()
    try:
        with precedence.step():
            raise ValueError
    except ValueError:
        with precedence.step(0):
            assert precedence.give_way(0)

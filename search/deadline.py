"""The time a search may take, the same for every engine: looked at between its steps, so it holds in any thread."""

import time
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Thing = TypeVar("Thing")
STEPS = 64  # of a loop, between two looks at the clock


class SearchTooLong(Exception):  # noqa: N818  a state of the world, not a slip of the program
    """A search was stopped since it took longer than its request allows."""


class Deadline:
    """A moment after which `check` raises SearchTooLong."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.end = time.monotonic() + seconds

    def left(self) -> float:
        """Return how many seconds are left, none when the time is over."""
        return max(0.0, self.end - time.monotonic())

    def check(self) -> None:
        """Raise SearchTooLong when the time is over."""
        if not self.left():
            raise SearchTooLong(f"The search was stopped after {self.seconds:g} seconds.")

    def during(self, things: Iterable[Thing]) -> Iterator[Thing]:
        """Yield the things of a long loop as long as there is time."""
        rest = iter(things)
        while some := list(islice(rest, STEPS)):
            self.check()
            yield from some

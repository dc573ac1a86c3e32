"""The time a search may take: looked at between its steps, so it holds in any thread."""

import time
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from search.engines.port import SearchTooLong

Thing = TypeVar("Thing")
STEPS = 64  # of a loop, between two looks at the clock


class Deadline:
    """A moment after which `check` raises SearchTooLong."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.end = time.monotonic() + seconds

    def check(self) -> None:
        """Raise SearchTooLong when the time is over."""
        if time.monotonic() > self.end:
            raise SearchTooLong(f"The search was stopped after {self.seconds:g} seconds.")

    def during(self, things: Iterable[Thing]) -> Iterator[Thing]:
        """Yield the things of a long loop as long as there is time."""
        rest = iter(things)
        while some := list(islice(rest, STEPS)):
            self.check()
            yield from some

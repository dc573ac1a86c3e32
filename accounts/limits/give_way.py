"""Pages go first: what takes long, such as an export, waits between two steps while pages of its process are answered.

Exports take turns besides, so that a page never meets more than one step that is under way.

Python runs one thread of a process at a time, and one that computes without pause makes every other wait some
milliseconds whenever it comes back from the database or the disk; a page comes back from there a hundred times.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE = 1.0  # seconds that a step waits at the most, so that an export goes on however busy the archive is


class Precedence:
    """Counts the pages that a process is answering, and has others wait for them."""

    def __init__(self) -> None:
        self._pages = 0
        self._none_left = threading.Condition()
        self._turn = threading.Lock()

    @contextmanager
    def page(self) -> Iterator[None]:
        """Be a page that others wait for."""
        with self._none_left:
            self._pages += 1
        try:
            yield
        finally:
            with self._none_left:
                self._pages -= 1
                if not self._pages:
                    self._none_left.notify_all()

    @contextmanager
    def step(self, seconds: float = PATIENCE) -> Iterator[None]:
        """Be a step of something long: after the one before it, and after the pages, for which it waits so long."""
        with self._turn:
            self.give_way(seconds)
            yield

    def give_way(self, seconds: float = PATIENCE) -> bool:
        """Wait until no page is being answered, or so long; say whether there is none."""
        with self._none_left:
            return self._none_left.wait_for(lambda: not self._pages, seconds)


precedence = Precedence()  # of this process

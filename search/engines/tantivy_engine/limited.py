"""Searches in threads of their own, waited for no longer than they may take.

Tantivy lets go of Python's lock while it works and can't be interrupted, so a search that runs over its time is left
alone: its next step ends it. There are few such threads; when all are taken, waiting for one counts too.
"""

import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout
from functools import lru_cache
from typing import TypeVar

from search.engines.deadline import Deadline
from search.engines.port import SearchTooLong

Result = TypeVar("Result")
THREADS = 8


def within(deadline: Deadline, search: Callable[[], Result]) -> Result:
    """Run a search, and raise SearchTooLong when it is not done in time."""
    running: Future[Result] = _threads(os.getpid()).submit(search)
    try:
        return running.result(timeout=deadline.left())
    except FutureTimeout as error:
        running.cancel()
        raise SearchTooLong(f"The search was left alone after {deadline.seconds:g} seconds.") from error


@lru_cache(maxsize=1)
def _threads(process: int) -> ThreadPoolExecutor:
    """Return the threads of this process; one that was forked has none of its parent's."""
    return ThreadPoolExecutor(THREADS, f"search-{process}")

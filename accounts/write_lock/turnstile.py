"""Standing in line for SQLite's lock, which has no queue: whoever looks at the right moment gets it.

SQLite looks again every 100 ms in the end, so one who writes article after article, and takes the lock again within
some milliseconds, would keep an editor from it for long. So a writer passes a turnstile first, a lock on a file beside
the database, and leaves it once it has the database's lock. While one waits for that, nobody passes. PostgreSQL's
advisory locks have a queue of their own.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache

from django.conf import settings
from filelock import FileLock, Timeout

from .database import file_beside

POLL_INTERVAL = 0.002  # seconds; an editor's chances beside two imports are those of who looks more often
PATIENT_POLL_INTERVAL = 0.01
ENDING = ".turn"  # of the file beside the database


@contextmanager
def turnstile(patient: bool) -> Iterator[None]:
    """Stand in line until the block, which takes the database's lock, has ended.

    The line only makes it fair: where it can't be had, or takes longer than a lock is waited for, all goes on without.
    """
    lock = _lock()
    try:
        if lock:
            with suppress(Timeout, OSError):
                lock.acquire(settings.LONGEST_WAIT, PATIENT_POLL_INTERVAL if patient else POLL_INTERVAL)
        yield
    finally:
        if lock:
            lock.release()


def _lock() -> FileLock | None:
    """Return the lock of this database's turnstile; none where the database is no file."""
    path = file_beside(ENDING)
    return _lock_on(path) if path else None


@cache
def _lock_on(path: str) -> FileLock:
    """Return the lock on a file, in which each thread stands for itself; making it takes as long as passing it."""
    return FileLock(path)

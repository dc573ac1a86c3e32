"""Marks that a process holds while it works: whoever meets one sees whether that process is still there.

A mark is some random bytes that the process writes to the archive. On SQLite it is held by a lock on a file beside the
database that is called after it, on PostgreSQL by an advisory lock of the session. The kernel, or the server, lets go
of either when the process dies, however it dies. Nobody waits for a mark.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.db import Error, connection
from filelock import FileLock, Timeout

from .database import file_beside

ENDING = ".at-work"
KEY_BYTES = 8  # of a mark, which PostgreSQL takes for a number


@contextmanager
def held_mark(mark: bytes) -> Iterator[bool]:
    """Hold a mark during the block and give True, or False where somebody else holds it.

    Whoever gets it looks whether the mark still stands in the archive. Where no file can be made nobody is in the way.
    """
    path = file_beside(f".{mark.hex()}{ENDING}")
    with _file_lock(path) if path else _advisory_lock(mark) as is_ours:
        yield is_ours


@contextmanager
def _file_lock(path: str) -> Iterator[bool]:
    """Hold a file, which goes with the mark; one of a process that was killed goes with whoever takes its mark on."""
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        yield False
        return
    except OSError:  # its folder takes no file
        pass
    try:
        yield True
    finally:
        lock.release()
        with suppress(OSError):
            Path(path).unlink(missing_ok=True)


@contextmanager
def _advisory_lock(mark: bytes) -> Iterator[bool]:
    """Hold it on PostgreSQL; a database in memory has no other process."""
    if connection.vendor != "postgresql":
        yield True
        return
    key = int.from_bytes(mark[:KEY_BYTES], signed=True)
    is_ours = bool(_asked("pg_try_advisory_lock", key))
    try:
        yield is_ours
    finally:
        if is_ours:
            with suppress(Error):  # a session that has ended holds nothing
                _asked("pg_advisory_unlock", key)


def _asked(function: str, key: int) -> object:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s::bigint)", [key])
        return cursor.fetchone()[0]

"""The file of the counters: a small SQLite database of its own, shared by all processes of an archive.

It is apart from the archive's database, so that counting never waits for a writer of the archive, nor makes one wait.
What it holds is worth minutes: it is written without waiting for the disk, and a file that is damaged or gone is made
anew. A statement takes some 20 µs.
"""

import logging
import os
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

log = logging.getLogger(__name__)

TABLES = """
    CREATE TABLE IF NOT EXISTS counters (
        key TEXT PRIMARY KEY, count INTEGER NOT NULL, span INTEGER NOT NULL, expires REAL NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS counters_by_end ON counters (expires);
    CREATE TABLE IF NOT EXISTS leases (
        id INTEGER PRIMARY KEY AUTOINCREMENT, visitor TEXT NOT NULL, expires REAL NOT NULL
    );
"""
WAIT = 0.25  # seconds for another process that writes to it, which takes microseconds
PAUSE = 5.0  # seconds in which a file that could not be used is not tried again, so that not every page waits for it
BESIDE = ("-wal", "-shm", "")  # what belongs to a database's file, the file itself last
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
PRIMARY = 0xFF  # the bits of SQLite's extended result codes that say which kind they are of

Row = tuple[Any, ...]
Identity = tuple[int, int, int]  # of a connection: process, device and inode


class CountersAway(Exception):  # noqa: N818  a state of the world, not a slip of the program
    """The file of the counters can't be used at the moment."""


class CounterFile:
    """The file at a path. One connection a process serves all its threads, one after the other."""

    def __init__(self, path: Path, monotonic: Callable[[], float] = time.monotonic) -> None:
        self.path = path
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._identity: Identity | None = None
        self._inherited: list[sqlite3.Connection] = []  # of a parent process: SQLite forbids to use or to close them
        self._away_until = float("-inf")

    def run(self, statement: str, values: dict[str, Any]) -> list[Row]:
        """Run a statement, a transaction of its own, and return its rows. Raises CountersAway."""
        with self._lock:
            if self._monotonic() < self._away_until:
                raise CountersAway("The file of the counters was away a moment ago.")
            try:
                return self._run_mending(statement, values)
            except (sqlite3.Error, OSError) as error:
                self._away_until = self._monotonic() + PAUSE
                log.warning("Nobody is counted for %g seconds: %s: %s", PAUSE, self.path, error)
                raise CountersAway(str(error)) from error

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._close()

    def _run_mending(self, statement: str, values: dict[str, Any]) -> list[Row]:
        """Run a statement; where the file is damaged, on a new one."""
        try:
            return self._opened().execute(statement, values).fetchall()
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & PRIMARY not in DAMAGED:
                raise
            log.warning("The counters begin anew: %s is damaged: %s", self.path, error)
            self._remove()
            return self._opened().execute(statement, values).fetchall()

    def _opened(self) -> sqlite3.Connection:
        """Return the connection, a new one where this is another process by now or the file another file."""
        if self._connection is None or self._identity is None or self._identity != self._identity_now():
            self._close()
            self._connection = self._open()
            self._identity = self._identity_now()
        return self._connection

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=WAIT, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = OFF")
            connection.executescript(TABLES)
        except BaseException:
            connection.close()
            raise
        return connection

    def _identity_now(self) -> Identity | None:
        try:
            there = self.path.stat()
        except FileNotFoundError:
            return None
        return os.getpid(), there.st_dev, there.st_ino

    def _close(self) -> None:
        if self._connection and self._identity and self._identity[0] != os.getpid():
            self._inherited.append(self._connection)
        elif self._connection:
            self._connection.close()
        self._connection = self._identity = None

    def _remove(self) -> None:
        """Take a damaged file away, unless another process is just doing it."""
        self._close()
        with suppress(Timeout), FileLock(f"{self.path}.lock", timeout=0):
            for ending in BESIDE:
                Path(f"{self.path}{ending}").unlink(missing_ok=True)

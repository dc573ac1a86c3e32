"""The database's own lock: how it is taken, and how it is known that somebody waited for it in vain."""

import sqlite3

from django.db import DatabaseError, connection

KEY = 4_711_001  # any number, the same for all writers of a database
# PostgreSQL's SQLSTATEs for a lock that was not released in time, a deadlock, and a transaction to be done over
LOCKED = ("55P03", "40P01", "40001")
BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
PRIMARY = 0xFF  # the bits of SQLite's extended result codes that say which kind they are of


def acquire_write_lock() -> None:
    """Wait until no other writer of the archive is at work, and hold the others off until the transaction ends.

    Every transaction that writes to the archive begins so. SQLite has one writer at a time anyway. PostgreSQL
    needs it twice over: what is read must not change before it is written, and it hands out the journal's numbers
    before it commits, so that a follower could pass over one that commits late.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [KEY])


def file_beside(ending: str) -> str | None:
    """Return the path of a file beside SQLite's, with this ending; nothing where the database is no file."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor != "sqlite" or name.startswith("file:") or ":memory:" in name:
        return None
    return name + ending


def is_locked(error: DatabaseError) -> bool:
    """Say whether a statement failed only because other writers were at work: tried again, it may go through."""
    cause = error.__cause__  # the driver's own error, which Django wraps
    if isinstance(cause, sqlite3.Error):
        return getattr(cause, "sqlite_errorcode", 0) & PRIMARY in BUSY
    return getattr(cause, "sqlstate", None) in LOCKED

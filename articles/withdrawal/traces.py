"""What a database keeps in its files of rows that are gone.

SQLite overwrites what is deleted (PRAGMA secure_delete, newsroom/settings.py), but its log of writes, the file that
ends in “-wal”, has the pages as they were until it is written back and cut. PostgreSQL keeps dead rows until it
vacuums, which is the operator's: docs/withdrawing.md says how.
"""

from django.db import connection


def wipe_freed_pages() -> bool:
    """Write SQLite's log back and cut it, and say whether that could be done: a reader at work may be in the way.

    On other databases there is nothing to do.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return connection.vendor != "sqlite"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy, *_ = cursor.fetchone()
    return not busy

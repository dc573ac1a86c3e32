"""A database that somebody else holds, as Django tells of it."""

import sqlite3
from contextlib import closing

from django.db import OperationalError


def locked_error() -> OperationalError:
    """Return the error that a statement on a locked SQLite database really raises, wrapped as Django wraps it."""
    shared = "file:held?mode=memory&cache=shared"
    with closing(sqlite3.connect(shared, uri=True)) as one, closing(sqlite3.connect(shared, uri=True)) as other:
        one.execute("CREATE TABLE boats (name)")
        one.execute("BEGIN IMMEDIATE")
        one.execute("INSERT INTO boats VALUES ('Quill')")
        try:
            other.execute("INSERT INTO boats VALUES ('Reed')")
        except sqlite3.OperationalError as error:
            wrapped = OperationalError(str(error))
            wrapped.__cause__ = error
            return wrapped
    raise AssertionError("the database was not locked")

"""A database that another writer holds is told from one that has any other trouble."""

import sqlite3
from contextlib import closing

import psycopg
import pytest
from django.db import OperationalError, connection, transaction

from accounts.write_lock import acquire_write_lock, is_locked
from articles.models import Publisher
from tests.locks import locked_error

HELD = 4_711_001  # the key that every writer on PostgreSQL asks for


def wrapped(cause: Exception | None) -> OperationalError:
    error = OperationalError("by its words it is locked")
    error.__cause__ = cause
    return error


def test_a_locked_sqlite_is_known_by_its_code():
    assert is_locked(locked_error())


@pytest.mark.parametrize(
    "cause",
    [
        None,
        sqlite3.OperationalError("database is locked"),
        psycopg.OperationalError("locked"),
        psycopg.errors.DiskFull(),
    ],
)
def test_what_only_speaks_of_locks_is_not_one(cause):
    assert not is_locked(wrapped(cause))


def test_a_lock_that_postgresql_did_not_get_is_known_by_its_code():
    assert is_locked(wrapped(psycopg.errors.LockNotAvailable()))


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="a file that another process writes to")
def test_a_file_that_somebody_writes_to_is_locked():
    Publisher.objects.count()
    with closing(sqlite3.connect(connection.settings_dict["NAME"])) as other, connection.cursor() as cursor:
        other.execute("BEGIN IMMEDIATE")
        cursor.execute("PRAGMA busy_timeout = 1")
        with pytest.raises(OperationalError) as refused:
            Publisher.objects.create(name="Quay News")
    connection.close()  # the next one waits as the settings say
    assert is_locked(refused.value)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="an advisory lock of PostgreSQL")
def test_a_lock_that_another_writer_holds_is_locked():
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [HELD])
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = 1")
            with pytest.raises(OperationalError) as refused, transaction.atomic():
                acquire_write_lock()
    finally:
        other.close()
    assert is_locked(refused.value)

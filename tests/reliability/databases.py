"""A database for an archive that other processes use: a file of SQLite, or one more in the tests' PostgreSQL."""

import os
import sqlite3
import uuid
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg

from tests.patience import PATIENCE

FILE = "archive.sqlite3"


class SqliteFile:
    """The database in an archive's folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        self.url = f"sqlite:///{self.path}"

    def copy_to(self, folder: Path) -> "SqliteFile":
        """Return the copy that is in a copied folder."""
        return SqliteFile(folder)

    def execute(self, *statements: str) -> list[tuple[Any, ...]]:
        """Run statements in one transaction and return the rows of the last one."""
        with closing(sqlite3.connect(self.path, timeout=PATIENCE)) as database, database:
            return [database.execute(statement).fetchall() for statement in statements][-1]


class PostgresDatabase:
    """A database of the server that DATABASE_URL leads to; it goes with the server (tests/postgres.py)."""

    def __init__(self, template: str = "template0") -> None:
        name = f"test_{uuid.uuid4().hex}"
        self.name, self.url = name, urlsplit(SERVER)._replace(path=f"/{name}").geturl()
        with psycopg.connect(SERVER, autocommit=True) as server:
            server.execute(f"CREATE DATABASE {name} TEMPLATE {template}")

    def copy_to(self, folder: Path) -> "PostgresDatabase":
        """Return a copy; nobody may be connected to this one."""
        return PostgresDatabase(self.name)

    def execute(self, *statements: str) -> list[tuple[Any, ...]]:
        """Run statements in one transaction and return the rows of the last one."""
        with psycopg.connect(self.url) as database:
            last = [database.execute(statement) for statement in statements][-1]
            return last.fetchall() if last.description else []


SERVER = os.environ.get("DATABASE_URL", "")


def new_database(folder: Path) -> SqliteFile | PostgresDatabase:
    """Make an empty database for an archive in a folder, of the kind that the tests run on."""
    return PostgresDatabase() if SERVER.startswith("postgres") else SqliteFile(folder)

"""Looks for words everywhere that an archive keeps anything: in every column of every table, in every file."""

import json
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from django.contrib.sessions.models import Session
from django.db import connection

from tests.security.words_in_bytes import has_word, words_in_files


def in_tables(words: Iterable[str]) -> set[tuple[str, str]]:
    """Return the tables and the words that they have, in whatever column, compressed or not."""
    words = list(words)
    found = {
        (table, word)
        for table in connection.introspection.table_names()
        for value in _values(table)
        for word in words
        if has_word(value, word)
    }
    decoded = [json.dumps(session.get_decoded(), ensure_ascii=False) for session in Session.objects.all()]
    return found | {("django_session", word) for text in decoded for word in words if has_word(text.encode(), word)}


def in_files(folders: Iterable[Path], words: Iterable[str]) -> set[tuple[str, str]]:
    """Return the files below these folders, by their paths there, and the words that they have.

    Another process reads them: whoever closes a file loses all the locks that its process holds on it, and the
    database's file and its “-shm” are among these. Without their locks the next writer cuts “-shm” under our feet.
    """
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as apart:
        return apart.submit(words_in_files, list(folders), list(words)).result()


def _values(table: str) -> Iterator[bytes]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  a table's own name
        yield from (_bytes(value) for row in cursor.fetchall() for value in row)


def _bytes(value: Any) -> bytes:
    if isinstance(value, (bytes, memoryview)):
        return bytes(value)
    text = value if isinstance(value, str) else json.dumps(value, default=str, ensure_ascii=False)
    return (text.encode().decode("unicode_escape", "ignore") + text).encode("utf-8", "ignore")

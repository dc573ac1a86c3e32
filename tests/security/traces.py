"""Looks for words everywhere that an archive keeps anything: in every column of every table, in every file."""

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.contrib.sessions.models import Session
from django.db import connection

ZLIB = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")  # how a compressed stream begins
GZIP = b"\x1f\x8b"


def in_tables(words: Iterable[str]) -> set[tuple[str, str]]:
    """Return the tables and the words that they have, in whatever column, compressed or not."""
    words = list(words)
    found = {
        (table, word)
        for table in connection.introspection.table_names()
        for value in _values(table)
        for word in words
        if _has(value, word)
    }
    decoded = [json.dumps(session.get_decoded(), ensure_ascii=False) for session in Session.objects.all()]
    return found | {("django_session", word) for text in decoded for word in words if _has(text.encode(), word)}


def in_files(folders: Iterable[Path], words: Iterable[str]) -> set[tuple[str, str]]:
    """Return the files below these folders, by their paths there, and the words that they have."""
    words = list(words)
    return {
        (str(path.relative_to(folder)), word)
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for word in words
        if _has(path.read_bytes(), word)
    }


def _values(table: str) -> Iterator[bytes]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  a table's own name
        yield from (_bytes(value) for row in cursor.fetchall() for value in row)


def _bytes(value: Any) -> bytes:
    if isinstance(value, (bytes, memoryview)):
        return bytes(value)
    text = value if isinstance(value, str) else json.dumps(value, default=str, ensure_ascii=False)
    return (text.encode().decode("unicode_escape", "ignore") + text).encode("utf-8", "ignore")


def _has(value: bytes, word: str) -> bool:
    """Say whether bytes have a word, in any case, in UTF-8 or UTF-16, as they stand or in a compressed stream."""
    return any(word.encode() in text or word.encode("utf-16-le") in text for text in map(bytes.lower, _texts(value)))


def _texts(value: bytes) -> Iterator[bytes]:
    yield value
    if value.startswith(GZIP):
        yield gzip.decompress(value)
    for beginning in ZLIB:
        place = value.find(beginning)
        while place >= 0:
            yield _inflated(value[place:])
            place = value.find(beginning, place + 1)


def _inflated(stream: bytes) -> bytes:
    """Return what a stream says, as far as it is one."""
    try:
        return zlib.decompressobj().decompress(stream, 1_000_000)
    except zlib.error:
        return b""

"""Looks for words in bytes, compressed or not: what a process of its own does with files, so no Django here."""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path

ZLIB = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")  # how a compressed stream begins
GZIP = b"\x1f\x8b"


def words_in_files(folders: list[Path], words: list[str]) -> set[tuple[str, str]]:
    """Return the files below these folders, by their paths there, and the words that they have."""
    return {
        (str(path.relative_to(folder)), word)
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for word in words
        if has_word(path.read_bytes(), word)
    }


def has_word(value: bytes, word: str) -> bool:
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

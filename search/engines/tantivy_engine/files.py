"""The files of a build: which belong to its committed state, and whether they are as they were written.

    meta.json           which segments there are; tantivy renames it into place at each commit
    seal                the BLAKE2b sum of meta.json; "open" while somebody writes, or after a crash of the writer
    <segment>.<kind>    tantivy writes each once, ends it with a footer that holds the CRC of the rest, and maps it

A mapped file that is cut short kills the process that reads it, and one that is overwritten gives it other words; so
every file is looked at before each search, and read whole when it is opened.
"""

import json
import os
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from search.engines.builds import replace_file
from search.engines.port import IndexUnavailable

META, SEAL, OPEN = "meta.json", "seal", "open"
KINDS = ("idx", "pos", "term", "store", "fast", "fieldnorm")
DELETED = "del"
END = struct.Struct("<II")  # the length of the footer, and a number by which a footer is known
KNOWN_BY = 1337
LONGEST_FOOTER = 10_000  # bytes
AT_A_TIME = 2**20  # bytes


class Print(NamedTuple):
    """What changes of a file when somebody writes to it."""

    name: str
    size: int
    changed: int
    inode: int


Prints = frozenset[Print]


def prints(build: Path, names: frozenset[str]) -> Prints:
    """Look at files without reading them. Raises IndexUnavailable where one is gone."""
    try:
        return frozenset(_print(build, name) for name in names)
    except FileNotFoundError as error:
        raise IndexUnavailable("A file of the search index is gone.") from error


def _print(build: Path, name: str) -> Print:
    told = os.stat(build / name)
    return Print(name, told.st_size, told.st_mtime_ns, told.st_ino)


def committed(build: Path) -> frozenset[str]:
    """Return the names of the files of the newest committed state. Raises IndexUnavailable where that is damaged."""
    try:
        meta, seal = (build / META).read_bytes(), (build / SEAL).read_text("ascii")
        if seal not in (OPEN, _sum(meta)):
            raise IndexUnavailable("The search index is damaged: its table of contents.")
        return frozenset(name for segment in json.loads(meta)["segments"] for name in _names(segment))
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise IndexUnavailable(f"The search index can't be read: {error!r}") from error


def _names(segment: dict) -> Iterator[str]:
    name = segment["segment_id"].replace("-", "")
    yield from (f"{name}.{kind}" for kind in KINDS)
    if segment["deletes"] is not None:
        yield f"{name}.{segment['deletes']['opstamp']}.{DELETED}"


@contextmanager
def unsealed(build: Path) -> Iterator[None]:
    """Let the table of contents change; where that fails it stays open, and the next writer seals it."""
    replace_file(build / SEAL, OPEN)
    yield
    replace_file(build / SEAL, _sum((build / META).read_bytes()))


def clear_leftovers(build: Path) -> None:
    """Clear away what no committed state has: tantivy would stumble over the files of a writer that was killed.

    Only for the writer. Readers of a state gone by keep what they have mapped.
    """
    kept = committed(build)
    for path in build.iterdir():
        if path.suffix[1:] in (*KINDS, DELETED) and path.name not in kept:
            path.unlink(missing_ok=True)


def _sum(meta: bytes) -> str:
    return blake2b(meta, digest_size=16).hexdigest()


def read_through(build: Path, names: frozenset[str]) -> None:
    """Read files whole. Raises IndexUnavailable where one is not what was written."""
    for name in names:
        if not _is_whole(build / name):
            raise IndexUnavailable(f"A file of the search index is damaged: {name}.")


def _is_whole(path: Path) -> bool:
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(0, size - END.size))
        end = file.read()
        length, known_by = END.unpack(end) if len(end) == END.size else (0, 0)
        body = size - END.size - length
        if known_by != KNOWN_BY or length > LONGEST_FOOTER or body < 0:
            return False
        file.seek(body)
        footer = file.read(length)
        file.seek(0)
        return _crc_of(footer) == _crc(file, body)


def _crc_of(footer: bytes) -> int | None:
    try:
        crc: int = json.loads(footer)["crc"]
    except (ValueError, LookupError, TypeError):
        return None
    return crc


def _crc(file, size: int) -> int:
    crc = 0
    while size > 0 and (some := file.read(min(size, AT_A_TIME))):
        crc, size = zlib.crc32(some, crc), size - len(some)
    return crc

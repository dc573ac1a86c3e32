"""Which files are read, and how much of one: regular files, inside the folder that was named, within limits.

Whoever fills an import folder says what is in it: links that lead out of it, pipes that never end, a few bytes that
become terabytes when they are decompressed.
"""

import gzip
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from .source_article import UnreadableRecordError

LONGEST_LINE = 20_000_000  # bytes
NO_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)  # to open a pipe waits for who writes to it
KINDS = [(stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket")]


@dataclass(frozen=True, slots=True)
class FileLimits:
    """How much of one file is read: bytes, after it was decompressed, and lines."""

    size: int = 10_000_000_000
    lines: int = 2_000_000


def check_regular(path: Path) -> None:
    """Raise UnreadableRecordError for what is no regular file nor a link to one; OSError where none is there."""
    _check_mode(os.stat(path).st_mode)


def check_inside(path: Path, folder: Path) -> None:
    """Raise UnreadableRecordError for a file that is a link, or reached by one, out of a folder."""
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):  # resolve() fails on circles
        raise UnreadableRecordError("it is a link that leads out of the folder, and is not followed")


def open_regular(path: Path) -> BinaryIO:
    """Open a regular file for reading, decompressed where its name ends in .gz.

    Raises UnreadableRecordError for any other kind of file, without reading from it; OSError.
    """
    check_regular(path)  # to open a device may set it to work
    descriptor = os.open(path, os.O_RDONLY | NO_WAITING)
    file = os.fdopen(descriptor, "rb")
    try:
        _check_mode(os.fstat(descriptor).st_mode)  # another one may have come in its place
    except UnreadableRecordError:
        file.close()
        raise
    return cast("BinaryIO", _Gunzipped(file)) if path.name.lower().endswith(".gz") else file


def lines_of(file: BinaryIO, limits: FileLimits) -> Iterator[bytes]:
    """Yield the file's lines; of one that is too long only the start, a byte longer than LONGEST_LINE.

    Raises UnreadableRecordError where the file goes on beyond the limits; OSError, EOFError or zlib.error where it
    can't be decompressed.
    """
    size = lines = 0
    while line := file.readline(LONGEST_LINE + 1):
        size, lines, rest = size + len(line), lines + 1, line
        while len(line) > LONGEST_LINE and rest and not rest.endswith(b"\n") and size <= limits.size:
            rest = file.readline(LONGEST_LINE)
            size += len(rest)
        for number, most, unit in ((size, limits.size, "bytes"), (lines, limits.lines, "lines")):
            if number > most:
                raise UnreadableRecordError(f"it is read no further: {most:,} {unit} of a file are the most")
        yield line


class _Gunzipped(gzip.GzipFile):
    """A compressed file that closes the file it reads from."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__(fileobj=file, mode="rb")
        self.compressed = file

    def close(self) -> None:
        super().close()
        self.compressed.close()


def _check_mode(mode: int) -> None:
    if not stat.S_ISREG(mode):
        kind = next((name for is_one, name in KINDS if is_one(mode)), "a device")
        raise UnreadableRecordError(f"it is {kind}: only regular files are read")

"""The sums of a build's files, by which damage is told from truth.

    sums      a line for every file: its CRC-32 in hexadecimal, its length, its name; and the CRC-32 of all that

Whoosh writes a file once and never changes it, so a sum holds for as long as its file is there. CRC-32 tells every
change of up to 32 bits in a row and all but one in four thousand million others, and reads a gigabyte in a quarter of a
second; against somebody who means harm no sum beside the file would help.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from search.engines.builds import replace_file
from search.engines.port import IndexUnavailable

SUMS = "sums"
AT_A_TIME = 2**20  # bytes read at once


@dataclass(frozen=True)
class Sum:
    """What a file was when it was written."""

    crc: int
    length: int


def remember(build: Path, written: Mapping[str, Path]) -> None:
    """Add the sums of files that were just written, by the names they have or will have; those of gone files go.

    All of it is on disk before it takes the place of what was there, so a full disk leaves that.
    """
    told = remembered(build) if (build / SUMS).exists() else {}
    kept = {name: one for name, one in told.items() if (build / name).exists()}
    new = {name: sum_of(path) for name, path in written.items() if path.exists()}
    replace_file(build / SUMS, "".join(_line(name, one) for name, one in (kept | new).items()))


def remembered(build: Path) -> dict[str, Sum]:
    """Read the sums of a build. Raises IndexUnavailable where they can't be read."""
    try:
        told = (build / SUMS).read_bytes().decode("ascii").removesuffix("\n")
        return dict(_told(line) for line in told.split("\n"))  # splitlines takes other signs for the end of one
    except (OSError, ValueError) as error:
        raise IndexUnavailable("The sums of the search index can't be read.") from error


def check(build: Path, name: str, told: Mapping[str, Sum]) -> None:
    """Read a file of a build. Raises IndexUnavailable where it is not what was written, OSError where it is gone."""
    if told.get(name) != sum_of(build / name):
        raise IndexUnavailable(f"A file of the search index is damaged: {name}.")


def sum_of(path: Path) -> Sum:
    """Read a file and return its sum."""
    crc = length = 0
    with path.open("rb") as file:
        while some := file.read(AT_A_TIME):
            crc, length = zlib.crc32(some, crc), length + len(some)
    return Sum(crc, length)


def _line(name: str, told: Sum) -> str:
    line = f"{told.crc:08x} {told.length} {name}"
    return f"{line} {zlib.crc32(line.encode()):08x}\n"


def _told(line: str) -> tuple[str, Sum]:
    crc, length, name, _ = line.split()
    told = Sum(int(crc, 16), int(length))
    if _line(name, told) != f"{line}\n":
        raise ValueError(f"{line!r} is not as it was written.")
    return name, told

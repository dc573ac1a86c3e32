"""The checksums of a build's files, by which damage is recognised.

    sums      a line for every file: its CRC-32 in hexadecimal, its length, its name; and the CRC-32 of all that

Whoosh writes a file once and never changes it, so a checksum holds for as long as its file is there. CRC-32 detects
every change of up to 32 bits in a row and all but one in four thousand million others, and reads a gigabyte in a
quarter of a second; against somebody who means harm no checksum beside the file would help.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from search.engines.builds import replace_file
from search.engines.port import IndexUnavailable

CHECKSUMS = "sums"
AT_A_TIME = 2**20  # bytes read at once


@dataclass(frozen=True)
class Checksum:
    """The CRC-32 and the length in bytes of a file when it was written."""

    crc: int
    length: int


def record_checksums(build: Path, written: Mapping[str, Path]) -> None:
    """Record the checksums of new files, by the names they have or will have, and drop those of deleted files.

    All of it is on disk before it takes the place of what was there, so a full disk leaves that.
    """
    recorded = load_checksums(build) if (build / CHECKSUMS).exists() else {}
    kept = {name: one for name, one in recorded.items() if (build / name).exists()}
    new = {name: checksum_of(path) for name, path in written.items() if path.exists()}
    replace_file(build / CHECKSUMS, "".join(_line(name, one) for name, one in (kept | new).items()))


def load_checksums(build: Path) -> dict[str, Checksum]:
    """Return the checksums of a build by file name. Raises IndexUnavailable where they can't be read."""
    try:
        lines = (build / CHECKSUMS).read_bytes().decode("ascii").removesuffix("\n")
        return dict(_parsed(line) for line in lines.split("\n"))  # splitlines takes other signs for the end of one
    except (OSError, ValueError) as error:
        raise IndexUnavailable("The checksums of the search index can't be read.") from error


def verify(build: Path, name: str, checksums: Mapping[str, Checksum]) -> None:
    """Verify one file's checksum. Raises IndexUnavailable where it is wrong, OSError where the file is gone."""
    if checksums.get(name) != checksum_of(build / name):
        raise IndexUnavailable(f"A file of the search index is damaged: {name}.")


def checksum_of(path: Path) -> Checksum:
    """Read a file and return its checksum."""
    crc = length = 0
    with path.open("rb") as file:
        while some := file.read(AT_A_TIME):
            crc, length = zlib.crc32(some, crc), length + len(some)
    return Checksum(crc, length)


def _line(name: str, checksum: Checksum) -> str:
    line = f"{checksum.crc:08x} {checksum.length} {name}"
    return f"{line} {zlib.crc32(line.encode()):08x}\n"


def _parsed(line: str) -> tuple[str, Checksum]:
    crc, length, name, _ = line.split()
    checksum = Checksum(int(crc, 16), int(length))
    if _line(name, checksum) != f"{line}\n":
        raise ValueError(f"{line!r} is not as it was written.")
    return name, checksum

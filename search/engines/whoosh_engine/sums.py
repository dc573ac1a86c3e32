"""The sums of a build's files, by which damage is told from truth.

    sums      a line for every file: its BLAKE2b sum of 16 bytes in hexadecimal, a blank, its name

Whoosh writes the files of a segment once and never changes them, so a sum holds for as long as its file is there.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from search.engines.port import IndexUnavailable

SUMS = "sums"


def remember(build: Path, names: Iterable[str]) -> None:
    """Add the sums of files that were just written."""
    lines = [f"{_sum(build / name)} {name}\n" for name in sorted(names) if (build / name).exists()]
    with (build / SUMS).open("a", encoding="ascii") as file:
        file.writelines(lines)


def check(build: Path) -> None:
    """Read every file of a build that is still there. Raises IndexUnavailable where one is not what was written."""
    lines = (build / SUMS).read_text("ascii").splitlines()
    latest = {name: told for told, _, name in (line.partition(" ") for line in lines)}
    for name, told in latest.items():
        if (build / name).exists() and _sum(build / name) != told:
            raise IndexUnavailable(f"A file of the search index is damaged: {name}.")


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()

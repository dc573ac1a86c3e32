"""The word lists in data/: plain text, "#" begins a comment; a folder is for a language, and all are read together."""

from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).with_name("data")


def rows_of(name: str) -> Iterator[list[str]]:
    """Yield the tab-separated fields of each line of a file that data/ or the folder of a language in it has."""
    for file in sorted(DATA.rglob(name)):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                yield line.split("\t")


def alternatives_in(name: str) -> str:
    """Return the first fields of a file's lines, regular expressions, as one that matches any, longer ones first."""
    return "|".join(sorted((first for first, *_ in rows_of(name)), key=len, reverse=True))

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


def patterns_in(name: str) -> dict[str, str]:
    """Return what a file of rows "kind, a regular expression" has, of each kind as one that matches any of them."""
    kinds: dict[str, list[str]] = {}
    for kind, pattern in rows_of(name):
        kinds.setdefault(kind, []).append(pattern)
    return {kind: f"(?:{'|'.join(patterns)})" for kind, patterns in kinds.items()}


def alternatives_in(name: str) -> str:
    """Return the first fields of a file's lines, regular expressions, as one that matches any, longer ones first."""
    return "|".join(sorted((first for first, *_ in rows_of(name)), key=len, reverse=True))

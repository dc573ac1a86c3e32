"""Which format a file is in, told by its name, and the one way to read it whatever it is."""

import gzip
import os
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from .decoding import decode
from .json_lines import LONGEST_LINE, read_json_lines
from .plain_text import read_plain_text
from .source_article import RecordProblem, SourceArticle, UnreadableRecordError

LARGEST_TEXT = 20_000_000  # bytes of a plain-text file
LONGEST_PATH = 300  # characters that the archive keeps of where a text was read
Records = Iterator[SourceArticle | RecordProblem]


class UnknownFormatError(ValueError):
    """The file's name ends in nothing that is read here; the message says what is."""


def known(path: Path) -> bool:
    """Say whether a file's name ends in a format that is read here."""
    return _reader(path) is not None


def read(path: Path) -> Records:
    """Yield every article of the file, and a problem for every record that cannot be one.

    Raises UnknownFormatError. A file that cannot be opened or decompressed yields a problem where it breaks off.
    """
    reader = _reader(path)
    if reader is None:
        raise UnknownFormatError(f"{path}: only files that end in {ENDINGS} are read")
    return _reported(reader, path)


def count(path: Path) -> int:
    """Return how many records the file holds, for a progress bar; 0 where it cannot be read."""
    if _reader(path) is not _json_lines:
        return 1
    try:
        with _opened(path) as file:
            return sum(1 for line in _lines(file) if line.strip())
    except (OSError, EOFError, zlib.error):
        return 0


def _reported(reader: Callable[[Path], Records], path: Path) -> Records:
    try:
        yield from reader(path)
    except UnreadableRecordError as error:
        yield RecordProblem(_name(path), str(error))
    except (OSError, EOFError, zlib.error) as error:
        yield RecordProblem(_name(path), f"it cannot be read to its end: {getattr(error, 'strerror', None) or error}")


def _name(path: Path) -> str:
    """Return a path as text that can be stored, whatever bytes the file system has for it."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def _text(path: Path) -> Records:
    size = path.stat().st_size
    if size > LARGEST_TEXT:
        raise UnreadableRecordError(f"it is {size:,} bytes long, {LARGEST_TEXT:,} at the most are read")
    text, remark = decode(path.read_bytes())
    yield read_plain_text(text, _name(path), _name(path.resolve())[-LONGEST_PATH:], (remark,) if remark else ())


def _json_lines(path: Path) -> Records:
    with _opened(path) as file:
        yield from read_json_lines(_lines(file), _name(Path(path.name)))


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Yield the file's lines; of one that is too long only the start, which its reader then refuses."""
    while line := file.readline(LONGEST_LINE + 1):
        too_long = len(line) > LONGEST_LINE and not line.endswith(b"\n")
        while too_long and (rest := file.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
            pass
        yield line


def _opened(path: Path) -> BinaryIO:
    opener = gzip.open if path.name.endswith(".gz") else open
    return opener(path, "rb")  # type: ignore[return-value] # gzip's file reads like any other


READERS: dict[str, Callable[[Path], Records]] = {
    ".txt": _text,
    ".jsonl": _json_lines,
    ".jsonl.gz": _json_lines,
}
ENDINGS = ", ".join(READERS)  # as sentences name them


def _reader(path: Path) -> Callable[[Path], Records] | None:
    return next((reader for ending, reader in READERS.items() if path.name.lower().endswith(ending)), None)

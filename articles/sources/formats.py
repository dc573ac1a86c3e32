"""Which format a file is in, told by its name, and the one way to read it whatever it is."""

import os
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from .decoding import decode
from .files import FileLimits, check_inside, check_regular, lines_of, open_regular
from .json_lines import read_json_lines
from .plain_text import read_plain_text
from .source_article import RecordProblem, SourceArticle, UnreadableRecordError

LARGEST_TEXT = 20_000_000  # bytes of a plain-text file
LONGEST_PATH = 300  # characters that the archive keeps of where a text was read
NO_LIMITS_GIVEN = FileLimits()
Records = Iterator[SourceArticle | RecordProblem]
Reader = Callable[[Path, FileLimits], Records]


class UnknownFormatError(ValueError):
    """The file's name ends in nothing that is read here; the message says what is."""


def known(path: Path) -> bool:
    """Say whether a file's name ends in a format that is read here."""
    return _reader(path) is not None


def found_in(folder: Path) -> Iterator[Path | RecordProblem]:
    """Yield, in order, every file in a folder and those below it whose format is known; hidden ones are passed over.

    Links are not followed out of the folder: such a one is a problem, and so is what is no regular file.
    """
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if known(path) and not hidden and not (path.is_dir() and not path.is_symlink()):
            yield _admitted(path, folder)


def read(path: Path, limits: FileLimits = NO_LIMITS_GIVEN) -> Records:
    """Yield every article of the file, and a problem for every record that cannot be one.

    Raises UnknownFormatError. A file that cannot be opened or decompressed, or that goes on beyond the limits, yields a
    problem where it breaks off.
    """
    reader = _reader(path)
    if reader is None:
        raise UnknownFormatError(f"{path}: only files that end in {ENDINGS} are read")
    return _reported(reader, path, limits)


def count(path: Path, limits: FileLimits = NO_LIMITS_GIVEN) -> int:
    """Return how many records the file holds, for a progress bar; those before where it can't be read on."""
    if _reader(path) is not _json_lines:
        return 1
    records = 0
    try:
        with open_regular(path) as file:
            for line in lines_of(file, limits):
                records += bool(line.strip())
    except (OSError, EOFError, zlib.error, UnreadableRecordError):
        pass
    return records


def _admitted(path: Path, folder: Path) -> Path | RecordProblem:
    try:
        check_inside(path, folder)
        check_regular(path)
    except UnreadableRecordError as error:
        return RecordProblem(_name(path), str(error))
    except OSError as error:
        return RecordProblem(_name(path), f"it cannot be read: {error.strerror}")
    return path


def _reported(reader: Reader, path: Path, limits: FileLimits) -> Records:
    try:
        yield from reader(path, limits)
    except UnreadableRecordError as error:
        yield RecordProblem(_name(path), str(error))
    except (OSError, EOFError, zlib.error) as error:
        yield RecordProblem(_name(path), f"it cannot be read to its end: {getattr(error, 'strerror', None) or error}")


def _name(path: Path) -> str:
    """Return a path as text that can be stored, whatever bytes the file system has for it."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def _text(path: Path, limits: FileLimits) -> Records:
    with open_regular(path) as file:
        data = file.read(LARGEST_TEXT + 1)
    if len(data) > LARGEST_TEXT:
        raise UnreadableRecordError(f"it is too long: {LARGEST_TEXT:,} bytes of a text at the most are read")
    text, remark = decode(data)
    yield read_plain_text(text, _name(path), _name(path.resolve())[-LONGEST_PATH:], (remark,) if remark else ())


def _json_lines(path: Path, limits: FileLimits) -> Records:
    with open_regular(path) as file:
        yield from read_json_lines(lines_of(file, limits), _name(Path(path.name)))


READERS: dict[str, Reader] = {
    ".txt": _text,
    ".jsonl": _json_lines,
    ".jsonl.gz": _json_lines,
}
ENDINGS = ", ".join(READERS)  # as sentences name them


def _reader(path: Path) -> Reader | None:
    return next((reader for ending, reader in READERS.items() if path.name.lower().endswith(ending)), None)

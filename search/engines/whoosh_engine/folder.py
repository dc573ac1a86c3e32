"""The index folder on disk.

    lock                       held by the one writer
    current                    the name of the build that answers
    builds/<name>/             a Whoosh index
    builds/<name>/sums         what every file was when it was written
    builds/<name>/state-7.json what its generation 7 is: version, how far into which journal, how many documents

A generation becomes visible when Whoosh renames its table of contents into place. The state is written before, and
everything is on disk by then, so a crash or a power cut leaves either the old generation or the new one.
"""

import json
import os
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path

from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.util.filelock import FileLock, try_for

from search.engines.port import IndexBusy, IndexState, IndexUnavailable
from search.engines.whoosh_engine.schema import SCHEMA
from search.engines.whoosh_engine.sums import remember

POINTER, LOCK, BUILDS = "current", "lock", "builds"


class LastingStorage(FileStorage):
    """Files that are on disk before a table of contents names them; Whoosh itself never waits for the disk."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.written: set[str] = set()

    def create_file(self, name: str, **kwargs: object) -> object:
        """Create a file, and remember that it is new."""
        self.written.add(name)
        return super().create_file(name, **kwargs)

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """Rename a file after everything written before is on disk, with its sum."""
        folder = Path(self.folder)
        remember(folder, {name: folder / name for name in self.written - {oldname}} | {newname: folder / oldname})
        for name in self.written | {oldname}:
            with suppress(FileNotFoundError):
                flush(folder / name)
        self.written.clear()
        super().rename_file(oldname, newname, safe=safe)
        flush(folder)


class IndexFolder:
    """Where one index lives. Nothing here remembers anything: the disk is asked each time."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def current(self) -> Path:
        """Return the build that answers."""
        try:
            return self.path / BUILDS / (self.path / POINTER).read_text("ascii").strip()
        except (OSError, ValueError) as error:
            raise IndexUnavailable("There is no search index yet.") from error

    @contextmanager
    def writing(self, timeout: float) -> Iterator[None]:
        """Be the only writer, or raise IndexBusy after `timeout` seconds."""
        self.path.mkdir(parents=True, exist_ok=True)
        lock = FileLock(str(self.path / LOCK))
        if not try_for(lock.acquire, timeout=timeout):
            raise IndexBusy("Another process is writing to the search index.")
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def new_build(self) -> Iterator[Path]:
        """Make an empty build that nobody reads until it is filled without an error; only for the writer."""
        build = self.path / BUILDS / f"{time.strftime('%Y%m%dT%H%M%S')}-{uuid.uuid4().hex[:8]}"
        self._sweep()
        build.mkdir(parents=True)
        try:
            yield build
        except BaseException:
            shutil.rmtree(build, ignore_errors=True)
            raise
        self._point_at(build)

    def _point_at(self, build: Path) -> None:
        temporary = self.path / f"{POINTER}.new"
        temporary.write_text(build.name, "ascii")
        flush(temporary)
        temporary.replace(self.path / POINTER)
        flush(self.path)
        self._sweep()

    def _sweep(self) -> None:
        """Clear away builds that do not answer: the one before, or what a crash left."""
        with suppress(IndexUnavailable):
            kept = self.current()
            for build in (self.path / BUILDS).iterdir():
                if build != kept:
                    shutil.rmtree(build, ignore_errors=True)


def open_build(build: Path) -> FileIndex:
    """Open the Whoosh index of a build, to write to it."""
    return FileIndex(LastingStorage(str(build)), schema=SCHEMA)


def create_build(build: Path) -> FileIndex:
    """Create an empty Whoosh index in a new build."""
    return FileIndex.create(LastingStorage(str(build)), SCHEMA)


def read_state(build: Path, generation: int) -> IndexState:
    """Read what a generation of a build is."""
    return IndexState(**json.loads((build / state_name(generation)).read_text("ascii")))


def write_state(storage: LastingStorage, generation: int, state: IndexState) -> None:
    """Write what a generation is, before it becomes visible; the states of long past ones go."""
    with storage.create_file(state_name(generation)) as file:
        file.write(json.dumps(asdict(state)).encode("ascii"))
    for past in Path(storage.folder).glob("state-*.json"):
        if int(past.stem.removeprefix("state-")) < generation - 2:
            past.unlink(missing_ok=True)


def state_name(generation: int) -> str:
    """Name the file that says what a generation is."""
    return f"state-{generation}.json"


def flush(path: Path) -> None:
    """Wait until a file, or the entries of a folder, are on disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

"""The folder of an index on disk, the same for every engine that keeps its index in files.

    lock              held by the one writer
    current           the name of the build that answers
    builds/<name>/    an index, as its engine writes it

A new build becomes visible when the pointer is renamed into place, after everything in it is on disk; so a crash or a
power cut leaves either the old build or the new one.
"""

import os
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from search.engines.port import IndexBusy, IndexUnavailable, IndexWriteFailed

POINTER, LOCK, BUILDS = "current", "lock", "builds"
LOCK_POLL_INTERVAL = 0.05  # seconds between two tries to become the writer


class BuildsFolder:
    """The folder of one index. Nothing is kept in memory: the disk is asked each time."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def current(self) -> Path:
        """Return the folder of the build that answers now. Raises IndexUnavailable where there is none."""
        name = self._pointed_at()
        while not (build := self.path / BUILDS / name).is_dir() or not name or build.parent != self.path / BUILDS:
            before, name = name, self._pointed_at()
            if name == before:
                raise IndexUnavailable("The search index is damaged: its pointer leads nowhere.")
        return build

    def _pointed_at(self) -> str:
        try:
            return (self.path / POINTER).read_text("ascii").strip()
        except (OSError, ValueError) as error:
            raise IndexUnavailable("There is no search index yet.") from error

    @contextmanager
    def writing(self, timeout: float) -> Iterator[None]:
        """Hold the lock of the one writer while the block runs; a process that dies lets go of it.

        Raises IndexBusy where another writer holds it for `timeout` seconds, and IndexWriteFailed for what the
        operating system refuses in the block, such as a write to a full disk.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            with FileLock(self.path / LOCK).acquire(timeout, LOCK_POLL_INTERVAL):
                yield
        except Timeout as error:
            raise IndexBusy("Another process is writing to the search index.") from error
        except OSError as error:
            raise IndexWriteFailed(f"The search index can't be written to: {error}") from error

    @contextmanager
    def new_build(self) -> Iterator[Path]:
        """Give the block an empty folder to fill, which becomes the build that answers when the block ends.

        Only for the writer. A build that an error left half filled is removed, and the one before goes on answering.
        """
        build = self.path / BUILDS / f"{time.strftime('%Y%m%dT%H%M%S')}-{uuid.uuid4().hex[:8]}"
        self.sweep()
        build.mkdir(parents=True)
        try:
            yield build
        except BaseException:
            shutil.rmtree(build, ignore_errors=True)
            raise
        self._point_at(build)

    def _point_at(self, build: Path) -> None:
        flush(build)
        flush(build.parent)
        replace_file(self.path / POINTER, build.name)
        self.sweep()

    def sweep(self) -> None:
        """Clear away builds that do not answer: the one before, or what a crash left. Only for the writer."""
        with suppress(IndexUnavailable):
            kept = self.current()
            for build in (self.path / BUILDS).iterdir():
                if build != kept:
                    shutil.rmtree(build, ignore_errors=True)


def replace_file(path: Path, text: str) -> None:
    """Write a small ASCII file in the place of another: after a crash there is the one or the other, whole."""
    temporary = path.with_name(f"{path.name}.new")
    temporary.write_text(text, "ascii")
    flush(temporary)
    temporary.replace(path)
    flush(path.parent)


def flush(path: Path) -> None:
    """Wait until a file, or the entries of a folder, are on disk; Windows writes folders by itself."""
    if os.name == "nt" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

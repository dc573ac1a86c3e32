"""The port, put together."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from search.engines.builds import BuildsFolder
from search.engines.deadline import Deadline
from search.engines.port import (
    SECONDS,
    Batch,
    EngineAnswer,
    EngineRequest,
    Indexed,
    IndexState,
    IndexUnavailable,
    SearchTooLong,
    WordCount,
)
from search.engines.tantivy_engine import vocabulary
from search.engines.tantivy_engine.answering import answer
from search.engines.tantivy_engine.holding import held
from search.engines.tantivy_engine.limited import within
from search.engines.tantivy_engine.reader import Reader
from search.engines.tantivy_engine.snapshot import Snapshot, newest, open_snapshot, told_state
from search.engines.tantivy_engine.writer import write_all, write_batch

Result = TypeVar("Result")
FOLDER = "tantivy"  # another engine's files may lie in the index folder
WAIT_FOR_WRITER = 5.0  # seconds
NEVER = 10.0**9  # seconds


class TantivyEngine:
    """One index folder; one object serves all threads of a process, and many processes may have one each."""

    def __init__(self, path: Path, wait_for_writer: float = WAIT_FOR_WRITER) -> None:
        self.folder = BuildsFolder(path / FOLDER)
        self.wait_for_writer = wait_for_writer
        self._opened: Snapshot | None = None
        self._opening = threading.Lock()

    def search(self, request: EngineRequest) -> EngineAnswer:
        """Answer one question from the newest committed state. Raises SearchTooLong after the request's seconds."""
        return self._in_time(request.seconds, lambda reader: answer(reader, request))

    def completions(self, prefix: str, most: int, seconds: float = SECONDS) -> tuple[WordCount, ...]:
        """Return the words that begin like this (folded), the most frequent first."""
        return self._in_time(seconds, lambda reader: vocabulary.completions(reader, prefix, most))

    def similar(self, word: str, most: int, seconds: float = SECONDS) -> tuple[WordCount, ...]:
        """Return the words that are one edit away from a folded one, the most frequent first; two, of a long one."""
        return self._in_time(seconds, lambda reader: vocabulary.similar(reader, word, most))

    def state(self) -> IndexState:
        """Tell what the index is."""
        with self._unavailable_on_failure():
            return self._snapshot().state

    def glance(self) -> IndexState:
        """Tell what the index says it is, without proof."""
        with self._unavailable_on_failure():
            return told_state(self.folder.current())

    def check(self) -> None:
        """Read all that is stored; what is not as it was written raises IndexUnavailable."""
        with self._unavailable_on_failure():
            snapshot = self._snapshot()
            try:
                snapshot.read_through()
            except OSError:  # a writer cleared its files away meanwhile, or they are gone
                if (now := self._snapshot()).key == snapshot.key:
                    raise
                now.read_through()

    def indexed(self) -> Iterator[Indexed]:
        """Tell what is held of every article, in the order of article ids."""
        with self._unavailable_on_failure():
            yield from held(Reader(self._snapshot(), Deadline(NEVER)))

    def write(self, batch: Batch) -> None:
        """Take in a batch: all of it is found afterwards, or, after a crash, nothing of it."""
        with self.folder.writing(self.wait_for_writer):
            self.state()
            with self._unavailable_on_failure(but=OSError):  # a full disk is no damage
                write_batch(self.folder.current(), batch)

    def rebuild(self, batches: Iterable[Batch], reached: int, mark: str = "") -> IndexState:
        """Build the index anew beside the present one, which answers until the new one takes its place."""
        with self.folder.writing(self.wait_for_writer), self.folder.new_build() as build:
            write_all(build, batches, reached, mark)
        return self.state()

    def _in_time(self, seconds: float, use: Callable[[Reader], Result]) -> Result:
        deadline = Deadline(seconds)

        def use_newest() -> Result:
            with self._unavailable_on_failure():
                return use(Reader(self._snapshot(), deadline))

        return within(deadline, use_newest)

    def _snapshot(self) -> Snapshot:
        """Return the newest state of the build that answers, which may be another than a moment ago."""
        build = self.folder.current()
        try:
            return self._snapshot_of(build)
        except (IndexUnavailable, OSError, ValueError):
            if (now := self.folder.current()) == build:
                raise
            return self._snapshot_of(now)

    def _snapshot_of(self, build: Path) -> Snapshot:
        """Return the newest state: the one that is open already, if it is that and its files are as they were."""
        opened = self._opened
        if opened is not None and opened.key == newest(build) and opened.is_sound():
            return opened
        with self._opening:
            opened = self._opened
            if opened is None or opened.key != newest(build) or not opened.is_sound():
                self._opened = opened = open_snapshot(build, opened)
            return opened

    @contextmanager
    def _unavailable_on_failure(self, but: type[Exception] = SearchTooLong) -> Iterator[None]:
        """Turn whatever goes wrong into one exception, and forget what is opened, so that the next begins afresh.

        Damaged files make tantivy fail in ways without number; where its own code breaks off (a panic) the exception
        is none of Python's usual ones, and is known by its name.
        """
        try:
            yield
        except (IndexUnavailable, SearchTooLong, GeneratorExit, but):
            raise
        except BaseException as error:
            if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
                raise
            self._opened = None
            raise IndexUnavailable(f"The search index can't be used: {error!r}") from error

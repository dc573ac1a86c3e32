"""The port, put together."""

import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from search.deadline import SearchTooLong
from search.engines.builds import BuildsFolder
from search.engines.port import (
    DEFAULT_TIMEOUT,
    BadCursor,
    Batch,
    EngineAnswer,
    EngineRequest,
    EngineScan,
    IndexState,
    IndexUnavailable,
    ManifestEntry,
    SimilarWords,
    WordCount,
)
from search.engines.port.scan import SLICE
from search.engines.whoosh_engine.index.manifest import manifest
from search.engines.whoosh_engine.index.postings import PostingCache
from search.engines.whoosh_engine.index.snapshot import Snapshot, open_snapshot
from search.engines.whoosh_engine.limits import advice
from search.engines.whoosh_engine.query.completion import completions, similar
from search.engines.whoosh_engine.query.execute import execute, execute_many
from search.engines.whoosh_engine.query.scan import scan
from search.engines.whoosh_engine.storage.commit_point import Commit, Key, newest, open_commit
from search.engines.whoosh_engine.storage.directory import OTHER_VERSION, read_state
from search.engines.whoosh_engine.storage.schema import VERSION
from search.engines.whoosh_engine.storage.writer import write_all, write_batch

Result = TypeVar("Result")
TRIES = 5  # a writer may clear files away while a search reads them
WAIT_FOR_WRITER = 5.0  # seconds


class WhooshEngine:
    """One index folder; one object serves all threads of a process, and many processes may have one each."""

    version = VERSION

    def __init__(self, path: Path, wait_for_writer: float = WAIT_FOR_WRITER) -> None:
        self.folder = BuildsFolder(path)
        self.wait_for_writer = wait_for_writer
        self._cache = PostingCache()
        self._commit: Commit | None = None
        self._opened: Snapshot | None = None
        self._opening = threading.Lock()

    def search(self, request: EngineRequest) -> EngineAnswer:
        """Answer one question from the newest committed state. Raises SearchTooLong after the request's timeout."""
        return self._with_newest(lambda commit: self._answer(commit, request))

    def search_many(
        self, requests: Sequence[EngineRequest], timeout: float = DEFAULT_TIMEOUT
    ) -> tuple[EngineAnswer | None, ...]:
        """Answer several requests from one committed state, in order; None for those that there is no time for."""
        return tuple(self._reading(lambda snapshot: execute_many(snapshot, requests, timeout)))

    def scan(self, request: EngineRequest, after: str = "", slice_size: int = SLICE) -> EngineScan:
        """Find everything that a request asks for, once, and give its hits in slices of so many."""
        found = self._with_newest(lambda commit: self._scan(commit, request, after, slice_size))
        return replace(found, slices=self._guarded_each(found.slices))

    def completions(self, prefix: str, limit: int, timeout: float = DEFAULT_TIMEOUT) -> tuple[WordCount, ...]:
        """Return the words that begin like this (folded), the most frequent first."""
        return self._reading(lambda snapshot: completions(snapshot, prefix, limit, timeout))

    def similar(
        self,
        words: Collection[str],
        limit: int,
        most_documents: int | None = None,
        timeout: float = DEFAULT_TIMEOUT,
    ) -> dict[str, SimilarWords]:
        """Return for each folded word those one edit away from it, or two from a long one, the most frequent first."""
        return self._reading(lambda snapshot: similar(snapshot, words, limit, most_documents, timeout))

    def state(self, verify: bool = True) -> IndexState:
        """Return index metadata, after verifying that every file is as it was written; or, quickly, without that."""
        if verify:
            return self._with_newest(lambda commit: commit.state)
        return self._guarded(lambda: self._tried(lambda build, key: read_state(build, key[1])))

    def check(self) -> None:
        """Read all that is stored; what is not as it was written raises IndexUnavailable."""
        self._with_newest(lambda commit: commit.check())

    def iter_articles(self) -> Iterator[ManifestEntry]:
        """Yield what is held of every article that has documents, in the order of article ids."""
        return self._guarded_each(self._reading(manifest))

    def advice(self, documents: int) -> str:
        """Return what was measured of this engine where its index holds more documents than that; else nothing."""
        return advice(documents)

    def write(self, batch: Batch) -> None:
        """Take in a batch: all of it is found afterwards, or, after a crash, nothing of it."""
        with self.folder.writing(self.wait_for_writer):
            self._writing(batch)

    def rebuild(self, batches: Iterable[Batch], reached: int, journal_fingerprint: str = "") -> IndexState:
        """Build the index anew beside the present one, which answers until the new one takes its place."""
        with self.folder.writing(self.wait_for_writer), self.folder.new_build() as build:
            write_all(build, batches, reached, journal_fingerprint)
        return self.state()

    def _writing(self, batch: Batch) -> None:
        """Write to the build that answers; a full disk is no damage, all else that goes wrong is taken for it."""
        if self.state().version != self.version:
            raise IndexUnavailable(OTHER_VERSION)
        try:
            write_batch(self.folder.current(), batch)
            if batch.purge:
                self.folder.sweep()
        except (OSError, IndexUnavailable):
            raise
        except Exception as error:
            raise IndexUnavailable(f"The search index can't be written to: {error!r}") from error

    def _answer(self, commit: Commit, request: EngineRequest) -> EngineAnswer:
        answer = execute(self._opened_from(commit), request)
        return answer if commit.state.version == self.version else replace(answer, outdated=True)

    def _scan(self, commit: Commit, request: EngineRequest, after: str, slice_size: int) -> EngineScan:
        found = scan(self._opened_from(commit), request, after, slice_size)
        return replace(found, outdated=commit.state.version != self.version)

    def _guarded_each(self, things: Iterator[Result]) -> Iterator[Result]:
        """Yield what is read on the way; what goes wrong is one exception."""
        while (thing := self._guarded(lambda: next(things, None))) is not None:
            yield thing

    def _reading(self, use: Callable[[Snapshot], Result]) -> Result:
        """Use the newest snapshot; whatever goes wrong in that is one exception."""
        return self._with_newest(lambda commit: use(self._opened_from(commit)))

    def _with_newest(self, use: Callable[[Commit], Result]) -> Result:
        """Use the newest commit, every file of which is as it was written."""
        return self._guarded(lambda: self._tried(lambda build, key: use(self._watched(build, key))))

    def _guarded(self, read: Callable[[], Result]) -> Result:
        """Read the index; what goes wrong is one exception, but for a search that takes too long.

        Damaged files make Whoosh and numpy fail in ways without number, so anything is caught. What is opened is
        forgotten then, so that the next reader begins afresh.
        """
        try:
            return read()
        except (IndexUnavailable, SearchTooLong, BadCursor):
            raise
        except Exception as error:
            self._commit = self._opened = None
            raise IndexUnavailable(f"The search index can't be read: {error!r}") from error

    def _tried(self, step: Callable[[Path, Key], Result]) -> Result:
        """Take a step with the newest commit; where another took its place meanwhile, its files may be gone."""
        for tries_left in reversed(range(TRIES)):
            build = self.folder.current()
            key = newest(build)
            try:
                return step(build, key)
            except (SearchTooLong, BadCursor):
                raise
            except Exception:
                if not tries_left or newest(self.folder.current()) == key:
                    raise
        raise AssertionError("The last try returns or raises.")

    def _watched(self, build: Path, key: Key) -> Commit:
        commit = self._commit
        if commit is not None and commit.key == key:
            commit.watch()
            return commit
        with self._opening:
            if self._commit is None or self._commit.key != key:
                self._commit = open_commit(build, key, self._commit)
            return self._commit

    def _opened_from(self, commit: Commit) -> Snapshot:
        opened = self._opened
        if opened is not None and opened.key == commit.key:
            return opened
        with self._opening:
            opened = self._opened
            if opened is None or opened.key != commit.key:
                same_build = opened is not None and opened.key[0] == commit.key[0]
                self._opened = opened = open_snapshot(commit, opened if same_build else None, self._cache)
            return opened

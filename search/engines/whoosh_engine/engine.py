"""The port, put together."""

import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import numpy as np

from search.engines.port import (
    Batch,
    EngineAnswer,
    EngineRequest,
    Indexed,
    IndexState,
    IndexUnavailable,
    SearchTooLong,
    Unit,
    WordCount,
    document_id,
)
from search.engines.whoosh_engine.answering import answer
from search.engines.whoosh_engine.folder import IndexFolder
from search.engines.whoosh_engine.generation import Generation, by_article, newest, open_generation
from search.engines.whoosh_engine.postings import PostingCache
from search.engines.whoosh_engine.schema import VERSION
from search.engines.whoosh_engine.space import Space
from search.engines.whoosh_engine.suggesting import completions, similar
from search.engines.whoosh_engine.sums import check
from search.engines.whoosh_engine.writer import write_all, write_batch

Result = TypeVar("Result")
TRIES = 3  # a writer may clear files away between two steps of opening them
WAIT_FOR_WRITER = 5.0  # seconds


class WhooshEngine:
    """One index folder; one object serves all threads of a process, and many processes may have one each."""

    def __init__(self, path: Path, wait_for_writer: float = WAIT_FOR_WRITER) -> None:
        self.folder = IndexFolder(path)
        self.wait_for_writer = wait_for_writer
        self._cache = PostingCache()
        self._opened: Generation | None = None
        self._opening = threading.Lock()

    def search(self, request: EngineRequest) -> EngineAnswer:
        """Answer one question from the newest committed state. Raises SearchTooLong after the request's seconds."""
        return self._reading(lambda generation: answer(generation, request))

    def completions(self, prefix: str, most: int) -> tuple[WordCount, ...]:
        """Return the words that begin like this (folded), the most frequent first."""
        return self._reading(lambda generation: completions(generation, prefix, most))

    def similar(self, word: str, most: int) -> tuple[WordCount, ...]:
        """Return the words one edit away from a folded one, or two from a long one, the most frequent first."""
        return self._reading(lambda generation: similar(generation, word, most))

    def state(self) -> IndexState:
        """Tell what the index is."""
        return self._reading(lambda generation: generation.state)

    def check(self) -> None:
        """Read all that is stored; what is not as it was written raises IndexUnavailable."""
        self._reading(lambda generation: check(generation.opened.build, generation.opened.looks))

    def indexed(self) -> Iterator[Indexed]:
        """Tell what is held of every article, in the order of article ids."""
        yield from self._reading(_indexed)

    def write(self, batch: Batch) -> None:
        """Take in a batch: all of it is found afterwards, or, after a crash, nothing of it."""
        with self.folder.writing(self.wait_for_writer):
            self._writing(batch)

    def rebuild(self, batches: Iterable[Batch], reached: int, mark: str = "") -> IndexState:
        """Build the index anew beside the present one, which answers until the new one takes its place."""
        with self.folder.writing(self.wait_for_writer), self.folder.new_build() as build:
            write_all(build, batches, reached, mark)
        return self.state()

    def _writing(self, batch: Batch) -> None:
        """Write to the build that answers; a full disk is no damage, all else that goes wrong is taken for it."""
        self.state()
        try:
            write_batch(self.folder.current(), batch)
        except (OSError, IndexUnavailable):
            raise
        except Exception as error:
            raise IndexUnavailable(f"The search index can't be written to: {error!r}") from error

    def _reading(self, use: Callable[[Generation], Result]) -> Result:
        """Use the newest generation; whatever goes wrong in that is one exception.

        Damaged files make Whoosh and numpy fail in ways without number, so anything is caught. What is opened is
        forgotten then, so that the next reader begins afresh.
        """
        try:
            return use(self._newest())
        except (IndexUnavailable, SearchTooLong):
            raise
        except Exception as error:
            self._opened = None
            raise IndexUnavailable(f"The search index can't be read: {error!r}") from error

    def _newest(self) -> Generation:
        for tries_left in reversed(range(TRIES)):
            try:
                return self._undamaged(self._open(self.folder.current()))
            except OSError:
                if not tries_left:
                    raise
        raise AssertionError("The last try returns or raises.")

    def _open(self, build: Path) -> Generation:
        """Return the newest generation of a build: the one that is open already, if it is that."""
        opened, key = self._opened, newest(build)
        if opened is not None and opened.key == key:
            return opened
        with self._opening:
            opened, key = self._opened, newest(build)
            if opened is None or opened.key != key:
                same_build = opened is not None and opened.key[0] == build.name
                opened = open_generation(build, key, opened if same_build else None, self._cache)
                self._opened = opened
            return opened

    def _undamaged(self, generation: Generation) -> Generation:
        """Look at the files of a generation; those that look other than when they were read are read again."""
        if generation.state.version != VERSION:
            raise IndexUnavailable("The search index is of another version and must be rebuilt.")
        if changed := generation.opened.changed():
            check(generation.opened.build, changed)
            generation.opened.seen(changed)
        return generation


def _indexed(generation: Generation) -> list[Indexed]:
    held: dict[int, list[tuple[Unit, Space, np.ndarray]]] = {}
    units: tuple[Unit, ...] = ("paragraphs", "quotations")
    for unit in units:
        for article, rows in by_article(generation.space(unit)):
            held.setdefault(article, []).append((unit, generation.space(unit), rows))
    return [_indexed_article(int(generation.articles[article]), held[article]) for article in sorted(held)]


def _indexed_article(article: int, parts: list[tuple[Unit, Space, np.ndarray]]) -> Indexed:
    revisions = frozenset(one for _, space, rows in parts for one in space.column("revision")[rows].tolist())
    ids = (document_id(unit, one) for unit, space, rows in parts for one in space.column("id")[rows].tolist())
    return Indexed(article, revisions, frozenset(ids))

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
    document_id,
)
from search.engines.whoosh_engine.answering import answer
from search.engines.whoosh_engine.folder import IndexFolder
from search.engines.whoosh_engine.generation import Generation, newest, open_generation
from search.engines.whoosh_engine.postings import PostingCache
from search.engines.whoosh_engine.schema import VERSION
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
        """Answer one question from the newest committed state."""
        return self._reading(lambda generation: answer(generation, request))

    def state(self) -> IndexState:
        """Tell what the index is."""
        return self._reading(lambda generation: generation.state)

    def check(self) -> None:
        """Read all that is stored; what is not as it was written raises IndexUnavailable."""
        self.state()
        self._reading(lambda generation: check(self.folder.current()))

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
        except IndexUnavailable:
            raise
        except Exception as error:
            self._opened = None
            raise IndexUnavailable(f"The search index can't be read: {error!r}") from error

    def _newest(self) -> Generation:
        for tries_left in reversed(range(TRIES)):
            try:
                return self._checked(self._open(self.folder.current()))
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
            opened = self._opened
            if opened is None or opened.key != newest(build):
                same_build = opened is not None and opened.key[0] == build.name
                opened = open_generation(build, opened if same_build else None, self._cache)
                self._opened = opened
            return opened

    def _checked(self, generation: Generation) -> Generation:
        if generation.state.version != VERSION:
            raise IndexUnavailable("The search index is of another version and must be rebuilt.")
        return generation


def _indexed(generation: Generation) -> list[Indexed]:
    order = generation.by_article[generation.alive[generation.by_article]]
    articles = generation.column("article")[order]
    begins = np.flatnonzero(np.diff(articles, prepend=-1))
    return [_indexed_article(generation, documents) for documents in np.split(order, begins[1:]) if len(documents)]


def _indexed_article(generation: Generation, documents: np.ndarray) -> Indexed:
    quotation, number = generation.column("quotation")[documents], generation.column("id")[documents]
    ids = (
        document_id("quotations" if is_one else "paragraphs", one)
        for is_one, one in zip(quotation, number, strict=True)
    )
    revisions = frozenset(generation.column("revision")[documents].tolist())
    return Indexed(int(generation.column("article")[documents[0]]), revisions, frozenset(ids))

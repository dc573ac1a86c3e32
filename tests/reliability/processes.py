"""Processes of the tests' own that write to an index or read from it, and may die without taking the tests along.

They are forked from a server that has everything imported, so that one is there within some hundredths of a second.
"""

import multiprocessing
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from search.engines import ENGINES, make_engine
from search.engines.port import Engine, IndexBusy
from tests.patience import PATIENCE
from tests.reliability.harbours import halves, round_of

FORKED = multiprocessing.get_context("forkserver")
FORKED.set_forkserver_preload(
    ["pytest", "numpy", "tests.reliability.processes", *(path.rpartition(".")[0] for path in ENGINES.values())]
)


class OtherProcess:
    """A process that does some work, with a line to it: `work(line, *args)`."""

    def __init__(self, work: Callable[..., None], *args: Any) -> None:
        self.line, theirs = FORKED.Pipe()
        self.process = FORKED.Process(target=work, args=(theirs, *args), daemon=True)
        self.process.start()
        theirs.close()

    def __enter__(self) -> "OtherProcess":
        return self

    def __exit__(self, *error: object) -> None:
        self.kill()

    def ask(self, question: Any) -> Any:
        """Send a question and wait for what comes back; a process that died of it fails the test."""
        self.line.send(question)
        return self.received()

    def received(self) -> Any:
        """Wait for the next word of the process."""
        assert self.line.poll(PATIENCE), "the process says nothing"
        try:
            return self.line.recv()
        except EOFError:
            self.process.join()
            raise AssertionError(f"the process died, status {self.process.exitcode}") from None

    def kill(self) -> list[Any]:
        """End it at once, wherever it is (kill -9), and return what it had told and nobody had heard."""
        self.process.kill()
        self.process.join()
        heard = []
        with suppress(EOFError, ConnectionResetError):
            while self.line.poll():
                heard.append(self.line.recv())
        self.line.close()
        return heard


def write_rounds(line: Connection, name: str, folder: Path, first: int) -> None:
    """Write one round after the other, telling of each when it is done; at the start, that it is about to."""
    engine = make_engine(name, folder)
    line.send(first - 1)
    for number in count(first):
        engine.write(round_of(number))
        line.send(number)


def rebuild_rounds(line: Connection, name: str, folder: Path, first: int) -> None:
    """Rebuild the index of one round after the other, telling of each when it is done."""
    engine = make_engine(name, folder)
    line.send(first - 1)
    for number in count(first):
        engine.rebuild(halves(number), number, f"mark {number}")
        line.send(number)


def write_articles(line: Connection, name: str, folder: Path, articles: range) -> None:
    """Write articles one by one, each until it is taken, and tell how often another writer was in the way."""
    engine, busy = make_engine(name, folder), 0
    for article in articles:
        while not _taken(engine, article):
            busy += 1
    line.send(busy)


def _taken(engine: Engine, article: int) -> bool:
    try:
        engine.write(round_of(1, range(article, article + 1)))
    except IndexBusy:
        return False
    return True

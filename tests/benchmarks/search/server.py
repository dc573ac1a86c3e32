"""A server as it runs in production, on one machine: workers that answer pages, and the follower of the index."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import urlencode
from wsgiref.util import setup_testing_defaults

from tests.benchmarks.search import archive, pages
from tests.benchmarks.search.apart import SPAWNED, apart
from tests.benchmarks.search.queries import Question

MANAGE = Path(__file__).resolve().parents[3] / "manage.py"
BETWEEN_LOOKS = 0.5  # seconds, at the memory of all processes and at whether a correction is found
PATIENCE = 300.0  # seconds that a correction may take to be found


class Server:
    """So many workers and a follower on the archive of a folder. `processes` has their ids by their names."""

    def __init__(self, folder: Path, engine: str, workers: int) -> None:
        self.folder, self.engine = folder, engine
        self.workers = [Worker(folder, engine) for _ in range(workers)]
        self.follower = _follower(folder, engine)
        self.processes = {f"worker {number}": one.process.pid or 0 for number, one in enumerate(self.workers, 1)}
        self.processes["follower"] = self.follower.pid
        self.most = 0.0  # MB that all had together at any look
        self._stopped = threading.Event()
        self._watching = threading.Thread(target=self._watch)

    def __enter__(self) -> "Server":
        for worker in self.workers:
            worker.wait()
        self._watching.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self._stopped.set()
        self._watching.join()
        for worker in self.workers:
            worker.stop()
        self.follower.terminate()
        self.follower.wait()

    def answer(self, questions: list[Question]) -> None:
        """Let every worker answer the page of every question, all of them at once."""
        addresses = [pages.address(one) for one in questions]
        for worker in self.workers:
            worker.line.send(addresses)
        for worker in self.workers:
            worker.wait()

    def correct(self) -> None:
        """Correct an article, and wait until every worker finds it. Raises TimeoutError."""
        word = apart(pages.correct_in, self.folder, self.engine).result
        until = time.monotonic() + PATIENCE
        for worker in self.workers:
            while not worker.finds(word):
                if time.monotonic() > until:
                    raise TimeoutError("The correction is not found.")
                time.sleep(BETWEEN_LOOKS)

    def megabytes(self) -> dict[str, float]:
        """Return the memory of each process, shared pages shared out."""
        return {name: proportional_megabytes(process) for name, process in self.processes.items()}

    def _watch(self) -> None:
        while not self._stopped.wait(BETWEEN_LOOKS):
            self.most = max(self.most, sum(self.megabytes().values()))


class Worker:
    """A process that answers addresses through the program's WSGI application."""

    def __init__(self, folder: Path, engine: str) -> None:
        self.line, theirs = SPAWNED.Pipe()
        self.process = SPAWNED.Process(target=_serve, args=(theirs, folder, engine))
        self.process.start()
        theirs.close()

    def wait(self) -> Any:
        """Return what the process says, when it has done what it was asked. Raises EOFError where it ended."""
        return self.line.recv()

    def finds(self, word: str) -> bool:
        """Say whether its page finds a word, by its capital letter: the query's own has none."""
        self.line.send([urlencode({"q": word})])
        page: str = self.wait()
        return word.capitalize() in page

    def stop(self) -> None:
        """End the process."""
        self.line.send(None)
        self.process.join()


def _serve(line: Connection, folder: Path, engine: str) -> None:
    """Answer lists of addresses until there is None; say the last page of each."""
    archive.set_up(folder, engine)
    from newsroom.wsgi import application

    line.send("")
    while (addresses := line.recv()) is not None:
        for address in addresses:
            page = b"".join(_response(application, address))
        line.send(page.decode())


def _response(application: Any, parameters: str) -> Iterator[bytes]:
    environ: dict[str, Any] = {"HTTP_HOST": "testserver", "PATH_INFO": "/search/", "QUERY_STRING": parameters}
    setup_testing_defaults(environ)
    statuses: list[str] = []
    response = application(environ, lambda status, headers: statuses.append(status))
    try:
        yield from response
    finally:
        response.close()
    if statuses != ["200 OK"]:
        raise ValueError(f"{parameters} was answered with {statuses}")


def _follower(folder: Path, engine: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, str(MANAGE), "sync_index", "--follow"],
        env=os.environ | archive.settings_of(folder, engine),
        stdout=subprocess.DEVNULL,
    )


def proportional_megabytes(process: int) -> float:
    """Return the PSS of a process: its own memory, and of what it shares with others its part."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:"))

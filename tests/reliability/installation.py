"""An archive in a folder of its own, driven by its commands as its keepers drive it."""

import os
import shutil
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, STDOUT, Popen
from tempfile import TemporaryFile
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from tests.conftest import ROOT
from tests.patience import PATIENCE, wait_for
from tests.reliability.databases import PostgresDatabase, SqliteFile, new_database


class Installation:
    """One database, a new one where none is given, one index, and processes that use them."""

    def __init__(self, folder: Path, database: SqliteFile | PostgresDatabase | None = None, **settings: str) -> None:
        self.folder = folder
        self.index = folder / "index"
        self.database = database or new_database(folder)
        received = {"VAR_DIR": str(folder), "DATABASE_URL": self.database.url}
        self.env = os.environ | received | {"SEARCH_INDEX_DIR": str(self.index)} | settings

    def copy(self, folder: Path, **settings: str) -> "Installation":
        """Return a copy in another folder, with a database of its own."""
        shutil.copytree(self.folder, folder)
        return Installation(folder, self.database.copy_to(folder), **settings)

    def start(self, *words: str, out: int | IO[str] = PIPE, err: int = PIPE) -> Popen[str]:
        """Start a command of manage.py."""
        command = [sys.executable, "manage.py", *words]
        return Popen(command, cwd=ROOT, env=self.env, stdout=out, stderr=err, text=True, preexec_fn=heed_interrupts)

    def run(self, *words: str) -> str:
        """Run a command to its good end and return what it wrote."""
        process = self.start(*words)
        out, received = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, received
        return out

    @contextmanager
    def running(self, *words: str) -> Iterator[Popen[str]]:
        """Have a command run until the block ends; what it wrote is shown where the test fails."""
        with TemporaryFile("w+") as written:  # a pipe that nobody reads would hold it up when it is full
            process = self.start(*words, out=written, err=STDOUT)
            try:
                yield process
            finally:
                process.kill()
                process.wait()
                written.seek(0)
                print(written.read())

    @contextmanager
    def serving(self) -> Iterator[Callable[[str], tuple[int, str]]]:
        """Serve the pages in a process of its own, and give what fetches one: its status and its text."""
        port = free_port()
        with self.running("runserver", "--noreload", f"127.0.0.1:{port}") as server:

            def fetch(path: str) -> tuple[int, str]:
                assert server.poll() is None, f"the web worker died, status {server.poll()}"
                return _fetch(f"http://127.0.0.1:{port}{path}")

            wait_for(lambda: _answers(fetch))
            yield fetch

    def query(self, words: str) -> int:
        """Ask the database for a number."""
        return int(self.database.execute(words)[0][0])


def free_port() -> int:
    """Return a port of this machine that nobody listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _fetch(url: str) -> tuple[int, str]:
    try:
        with urlopen(url, timeout=PATIENCE) as page:  # noqa: S310  an address of this machine
            return page.status, page.read().decode()
    except HTTPError as error:
        with error:
            return error.code, error.read().decode()


def _answers(fetch: Callable[[str], tuple[int, str]]) -> bool:
    try:
        return bool(fetch("/health/"))
    except (URLError, ConnectionError):
        return False


def heed_interrupts() -> None:
    """Have Ctrl-C and a hang-up end a process again: a shell, or nohup, may have told the suite to ignore them."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)

"""The archive of a folder on gunicorn, as docs/settings.md has it run."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from tests.benchmarks.search import archive

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 120.0  # seconds until it answers
UNLIMITED = ("SEARCH", "API", "EXPORTS", "SECONDS")  # what one machine asks is too much for a visitor


@contextmanager
def serving(folder: Path, engine: str, workers: int, threads: int) -> Iterator[int]:
    """Serve an archive with its limiter, and give the port; a worker with one thread is of the kind `sync`."""
    port = free_port()
    kind = ["--worker-class", "gthread", "--threads", str(threads)] if threads > 1 else ["--worker-class", "sync"]
    command = ["gunicorn", "--bind", f"127.0.0.1:{port}", "--workers", str(workers), "--timeout", "300", *kind]
    server = subprocess.Popen(
        [sys.executable, "-m", *command, "newsroom.wsgi"], cwd=ROOT, env=environment(folder, engine)
    )
    try:
        wait_until_it_answers(port)
        yield port
    finally:
        server.terminate()
        server.wait()


def environment(folder: Path, engine: str) -> dict[str, str]:
    """Return the environment of the server: limits of exports alone, and addresses that a proxy says."""
    off = {f"LIMIT_{kind}": "0" for kind in UNLIMITED}
    mine = {"LIMITS": "1", "PROXIES": "1", "ALLOWED_HOSTS": "127.0.0.1", "DEBUG": "1"}
    return os.environ | archive.settings_of(folder, engine) | mine | off


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def wait_until_it_answers(port: int) -> None:
    """Wait until the server is up. Raises TimeoutError."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/health/")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError("The server does not answer.")

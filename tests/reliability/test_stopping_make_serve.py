"""Nothing that `make serve` started outlives it, whichever of its processes is ended, and by whichever signal."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.patience import wait_for
from tests.reliability.installation import Installation, free_port, heed_interrupts

pytestmark = [
    pytest.mark.slow,  # starts a server, a follower and a worker each time
    pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc to see processes by"),
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """An empty archive."""
    installation = Installation(tmp_path_factory.mktemp("served"))
    installation.run("migrate", "--verbosity=0")
    return installation


@pytest.fixture
def made(archive, tmp_path):
    """`make serve` at work, in a process group of its own, which is empty afterwards."""
    programs = Path(sys.executable).parent  # the environment that the tests run in, as if make had made it
    command = [
        "make",
        "--old-file=.venv/installed",
        "--old-file=.env",
        f"BIN={programs}",
        f"PORT={free_port()}",
        "serve",
    ]
    unbuffered = archive.env | {"PYTHONUNBUFFERED": "1"}
    started = {"env": unbuffered, "cwd": ROOT, "start_new_session": True, "preexec_fn": heed_interrupts}
    said = tmp_path / "said"
    with said.open("w") as written, subprocess.Popen(command, stdout=written, stderr=written, **started) as make:
        wait_for(lambda: make.poll() is not None or at_work(said.read_text()))
        yield make
        for pid in members(make.pid):
            os.kill(pid, signal.SIGKILL)


def at_work(said: str) -> bool:
    """Say whether all three have begun."""
    return all(words in said for words in ("Keeping the index in step", "Waiting for jobs", "Starting development"))


def members(group: int) -> dict[int, list[str]]:
    """Return the living processes of a process group, and the words that they were started with."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, _, its_group = (folder / "stat").read_text().rpartition(")")[2].split()[:3]
            if int(its_group) == group and state != "Z":
                found[int(folder.name)] = (folder / "cmdline").read_text().split("\0")
        except (FileNotFoundError, ProcessLookupError):
            continue
    return found


def one_of(group: int, word: str) -> int:
    """Return the process of a group that was started with this word."""
    (pid,) = (pid for pid, words in members(group).items() if word in words)
    return pid


def shell(group: int) -> int:
    return one_of(group, "-c")


WHOM: dict[str, Callable[[int, int], None]] = {
    "make": os.kill,
    "its shell": lambda group, number: os.kill(shell(group), number),
    "all at once": os.killpg,
}
CASES = [
    ("make", signal.SIGTERM),  # hands this one on; the others come from a terminal, which sends them to all at once
    ("its shell", signal.SIGTERM),
    ("its shell", signal.SIGINT),
    ("all at once", signal.SIGINT),
    ("all at once", signal.SIGHUP),
]


@pytest.mark.parametrize(("whom", "number"), CASES, ids=lambda value: getattr(value, "name", value))
def test_a_signal_ends_all(made, whom, number):
    assert len(members(made.pid)) == 5
    WHOM[whom](made.pid, number)
    wait_for(lambda: not members(made.pid))


def test_a_burst_of_signals_ends_all(made):
    assert len(members(made.pid)) == 5
    for _ in range(20):
        try:
            os.killpg(made.pid, signal.SIGTERM)
        except ProcessLookupError:
            break
    wait_for(lambda: not members(made.pid))


def test_the_server_dying_ends_all(made):
    assert len(members(made.pid)) == 5
    os.kill(one_of(made.pid, "runserver"), signal.SIGKILL)
    wait_for(lambda: not members(made.pid))

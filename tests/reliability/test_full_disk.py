"""A full disk: the write fails with an error that says so, the old state answers whole, and room brings the new one."""

import os
import resource
import shutil
import subprocess
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from search.engines import make_engine
from search.engines.port import Engine, IndexUnavailable, IndexWriteFailed
from tests.reliability.harbours import halves, round_held, round_of
from tests.reliability.processes import OtherProcess

DISK = 2 * 2**20  # bytes


@pytest.fixture
def disk(tmp_path):
    """A disk of two megabytes; mounting one takes the rights of root."""
    place, mount, umount = tmp_path / "disk", shutil.which("mount"), shutil.which("umount")
    place.mkdir()
    if os.geteuid() or not (mount and umount):
        pytest.skip("only root can mount a small disk; the limit on the size of a file is tested all the same")
    mounted = subprocess.run([mount, "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", place], check=False)
    if mounted.returncode:
        pytest.skip(
            "this machine lets nobody mount a small disk; the limit on the size of a file is tested all the same"
        )
    yield place
    subprocess.run([umount, "--lazy", place], check=True)


@pytest.mark.parametrize("way", ["write", "rebuild"])
def test_a_full_disk(name, disk, way):
    folder = disk / "harbours"
    make_engine(name, folder).rebuild(halves(1), 1, "mark 1")
    filler = disk / "filler"
    with OtherProcess(grow, name, folder) as writer:
        filler.write_bytes(bytes(shutil.disk_usage(disk).free - 16_384))
        assert writer.ask((way, 2)) == "refused"
        assert round_held(make_engine(name, folder)) == 1
        filler.unlink()
        assert writer.ask((way, 2)) == "taken"
        assert round_held(make_engine(name, folder)) == 2


@pytest.mark.parametrize("way", ["write", "rebuild"])
def test_files_that_may_not_grow(name, folder, way):
    with OtherProcess(grow, name, folder) as writer:
        assert writer.ask(("limit", 1_000)) == "taken"
        assert writer.ask((way, 2)) == "refused"
        assert round_held(make_engine(name, folder)) == 1
        assert writer.ask(("limit", resource.RLIM_INFINITY)) == "taken"
        assert writer.ask((way, 2)) == "taken"
        assert round_held(make_engine(name, folder)) == 2


def grow(line: Connection, name: str, folder: Path) -> None:
    """Do what is asked for with one engine after the other's errors, as a follower does."""
    engine = make_engine(name, folder)
    while True:
        way, number = line.recv()
        try:
            _do(engine, way, number)
            line.send("taken")
        except (IndexWriteFailed, IndexUnavailable):
            line.send("refused")


def _do(engine: Engine, way: str, number: int) -> None:
    match way:
        case "limit":
            resource.setrlimit(resource.RLIMIT_FSIZE, (number, resource.RLIM_INFINITY))
        case "write":
            engine.write(round_of(number))
        case "rebuild":
            engine.rebuild(halves(number), number, f"mark {number}")

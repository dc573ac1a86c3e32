"""What an installation keeps is its owner's alone, new or made by an earlier version."""

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.core.checks import run_checks

from newsroom.private_files import OPEN, check_private, make_private
from tests.conftest import ROOT
from tests.patience import PATIENCE

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def var(tmp_path, settings, monkeypatch) -> Path:
    """The folder of an installation, as an earlier version made it: everybody may look into it."""
    folder = tmp_path / "var"
    folder.mkdir(mode=0o755)
    settings.VAR_DIR = folder
    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(folder / "archive.sqlite3")}
    monkeypatch.setitem(settings.DATABASES, "default", database)
    return folder


def test_a_new_installation_is_its_owners_alone(tmp_path):
    """By the command that makes it, under a umask that gives everybody everything."""
    var = tmp_path / "new" / "var"
    environment = os.environ | {"VAR_DIR": str(var), "DATABASE_URL": f"sqlite:///{var / 'archive.sqlite3'}"}
    command = [sys.executable, "manage.py", "migrate", "sessions", "--verbosity=0"]
    subprocess.run(command, cwd=ROOT, env=environment, umask=0, check=True, timeout=PATIENCE)
    assert mode(var) == 0o700
    assert mode(var / "archive.sqlite3") == 0o600


def test_what_sqlite_puts_beside_a_private_database_is_private(var):
    make_private()
    with closing(sqlite3.connect(var / "archive.sqlite3")) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE boats (name)")
        assert {path.name: mode(path) for path in var.iterdir()} == {
            "archive.sqlite3": 0o600,
            "archive.sqlite3-wal": 0o600,
            "archive.sqlite3-shm": 0o600,
        }


def test_what_an_earlier_version_made_is_mended(var):
    files = [var / f"archive.sqlite3{ending}" for ending in ("", "-wal", "-shm")]
    for file in files:
        file.touch(0o644)
    assert len(check_private()) == 4
    make_private()
    assert mode(var) == 0o700
    assert {mode(file) for file in files} == {0o600}
    assert check_private() == []


def test_a_mode_that_is_stricter_stays(var):
    (var / "archive.sqlite3").touch(0o400)
    var.chmod(0o500)
    make_private()
    assert (mode(var), mode(var / "archive.sqlite3")) == (0o500, 0o400)
    var.chmod(0o700)


def test_a_folder_for_everybody_is_left_and_warned_of(var):
    var.chmod(0o1777)
    make_private()
    assert mode(var) == 0o1777
    (warning,) = check_private()
    assert str(var) in warning.msg
    assert warning.hint == f"chmod 700 {var}"


@pytest.mark.parametrize("above", [".", ".."])
def test_a_folder_that_holds_the_program_is_left_and_warned_of(var, settings, above):
    (var / "program" / "inner").mkdir(parents=True)
    settings.BASE_DIR = var / "program" / above
    make_private()
    assert mode(var) == 0o755
    assert [warning.id for warning in check_private()] == [OPEN]


@pytest.mark.parametrize(
    "database",
    [
        {"ENGINE": "django.db.backends.postgresql", "NAME": "news"},
        {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"},
        {"ENGINE": "django.db.backends.sqlite3", "NAME": "/nowhere/at/all/archive.sqlite3"},
    ],
)
def test_without_a_file_there_is_nothing_to_do_but_the_folder(var, settings, tmp_path, monkeypatch, database):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(settings.DATABASES, "default", database)
    make_private()
    assert mode(var) == 0o700
    assert [path.name for path in tmp_path.iterdir()] == ["var"]
    assert check_private() == []


def test_the_check_is_asked_with_all_others(var):
    assert OPEN in [message.id for message in run_checks()]

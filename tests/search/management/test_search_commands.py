"""The commands of the index: what they do, what they say, how they end."""

import os
import signal
import threading
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from accounts.stopping import StopRequest
from search.engines import get_engine
from search.engines.port import Batch, IndexState
from tests.search.fake_engines import BeforeTheRealOne

pytestmark = pytest.mark.django_db


def test_sync_index_says_what_it_did(archive, capsys):
    call_command("sync_index")
    assert "Rebuilt the index with 2 articles" in capsys.readouterr().out
    call_command("sync_index")
    assert "in step with the journal" in capsys.readouterr().out


def test_rebuild_index_says_what_it_did(archive, capsys):
    call_command("rebuild_index")
    output = capsys.readouterr()
    assert "Rebuilt the index with 2 articles" in output.out
    assert output.err == ""


@pytest.mark.parametrize("command", ["sync_index", "rebuild_index"])
def test_an_index_that_cannot_be_written_ends_with_a_sentence(archive, settings, tmp_path, command):
    settings.SEARCH_INDEX_DIR = tmp_path / "no folder"
    settings.SEARCH_INDEX_DIR.write_text("a file")
    with pytest.raises(CommandError, match="can't be written to"):
        call_command(command)


@pytest.mark.parametrize("command", ["sync_index", "rebuild_index"])
def test_a_second_writer_ends_with_a_sentence(archive, command):
    engine: Any = get_engine()
    engine.wait_for_writer = 0
    with engine.folder.writing(0), pytest.raises(CommandError, match="Another process"):
        call_command(command)


def test_verify_index_ends_well_where_all_agree(archive, capsys):
    call_command("sync_index")
    call_command("verify_index")
    assert "agree on all 2 articles" in capsys.readouterr().out


def test_verify_index_ends_with_status_1_where_they_differ(archive, capsys):
    call_command("sync_index")
    archive[0].delete()
    with pytest.raises(CommandError, match="differ in 1 of 1 articles") as ended:
        call_command("verify_index")
    assert ended.value.returncode == 1
    assert "is in the index but not in the archive" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--repair", "--mend"])
def test_verify_index_repairs(archive, capsys, option):
    call_command("sync_index")
    archive[0].delete()
    call_command("verify_index", option)
    assert "agree on all 1 articles" in capsys.readouterr().out


@pytest.fixture
def signalled(monkeypatch):
    """Have a signal sent to this process once a follower waits for the next look, which is an hour off."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a suite in the background would ignore it

    def send(number: int) -> None:
        wait = StopRequest.wait

        def waiting(stop: StopRequest, seconds: float) -> None:
            timer = threading.Timer(0.05, os.kill, (os.getpid(), number))
            timer.start()
            wait(stop, seconds)
            timer.join()

        monkeypatch.setattr(StopRequest, "wait", waiting)

    yield send
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_following_stops_at_a_signal(archive, capsys, signalled, number):
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    signalled(number)
    call_command("sync_index", "--follow", interval=3_600)
    output = capsys.readouterr().out
    assert "Rebuilt the index with 2 articles" in output
    assert output.endswith("Stopped.\n")
    assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)) == before


def test_following_goes_on_after_trouble(archive, capsys, signalled):
    engine: Any = get_engine()
    engine.wait_for_writer = 0
    signalled(signal.SIGTERM)
    with engine.folder.writing(0):
        call_command("sync_index", "--follow", interval=3_600)
    assert "Will try again: Another process" in capsys.readouterr().err


class Interrupted(BeforeTheRealOne):
    """Gets a signal as a rebuild begins."""

    def rebuild(self, batches: Iterable[Batch], reached: int, journal_fingerprint: str) -> IndexState:
        os.kill(os.getpid(), signal.SIGTERM)
        return self.real.rebuild(_not_to_the_end(batches), reached, journal_fingerprint)


def _not_to_the_end(batches: Iterable[Batch]) -> Iterator[Batch]:
    yield from batches
    raise AssertionError("nothing is asked for after the signal")


@pytest.mark.parametrize(
    ("command", "sentence"),
    [("sync_index", "The next run goes on"), ("rebuild_index", "The present index is as it was")],
)
def test_a_signal_stops_what_does_not_follow_too(archive, settings, use_engine, command, sentence):
    use_engine(Interrupted())
    with pytest.raises(CommandError, match=sentence) as stopped:
        call_command(command)
    assert stopped.value.returncode == 128 + signal.SIGTERM
    assert list((settings.SEARCH_INDEX_DIR / "builds").iterdir()) == []


def test_a_signal_during_a_rebuild_leaves_no_half_built_index(archive, settings, use_engine, capsys):
    use_engine(Interrupted())
    call_command("sync_index", "--follow")
    assert capsys.readouterr().out.endswith("Stopped.\n")
    assert list((settings.SEARCH_INDEX_DIR / "builds").iterdir()) == []

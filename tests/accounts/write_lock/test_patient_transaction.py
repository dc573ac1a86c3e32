"""A writer that has time waits for the others: their lock is nobody's fault, and nothing is written twice."""

import json
from math import inf
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command
from django.db import DataError, transaction

from accounts.write_lock import NoTurnError, patient_transaction, transactions, waiting_at_most
from articles.models import Article, Change, Publisher
from tests.locks import locked_error

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def clock(monkeypatch):
    """Have time pass by sleeping alone, and keep what was slept."""
    now, slept = [1000.0], []

    def sleep(seconds):
        slept.append(seconds)
        now[0] += seconds

    monkeypatch.setattr(transactions, "time", SimpleNamespace(monotonic=lambda: now[0], sleep=sleep))
    monkeypatch.setattr(transactions, "_mine", transactions._OfThread())
    return SimpleNamespace(sleep=sleep, slept=slept)


@pytest.fixture
def locked(monkeypatch):
    """Have the lock refused: `locked(2)` the next two times."""

    error = locked_error()

    def refuse(times: float) -> None:
        left = [times]

        def acquire():
            left[0] -= 1
            if left[0] >= 0:
                raise error

        monkeypatch.setattr(transactions, "acquire_write_lock", acquire)

    return refuse


def test_what_was_locked_is_done_over_whole(clock):
    tries = []

    @patient_transaction
    def write():
        tries.append(Publisher.objects.create(name="Quay News"))
        if len(tries) < 3:
            raise locked_error()
        return "done"

    assert write() == "done"
    assert len(tries) == 3
    assert Publisher.objects.count() == 1


def test_another_error_goes_its_way_at_once(clock):
    @patient_transaction
    def write():
        raise DataError("value too long")

    with pytest.raises(DataError):
        write()


def test_after_minutes_it_gives_up_with_a_sentence(clock, locked):
    locked(inf)
    with pytest.raises(NoTurnError, match="for 10 minutes without a pause"):
        patient_transaction(lambda: None)()
    assert sum(clock.slept) >= transactions.PATIENCE


def test_where_somebody_waits_for_it_it_gives_up_sooner(clock, locked):
    locked(inf)
    with waiting_at_most(2), pytest.raises(NoTurnError, match="for 2 seconds without a pause"):
        patient_transaction(lambda: None)()
    assert 2 <= sum(clock.slept) < transactions.PATIENCE


def test_inside_another_transaction_nobody_waits(clock, locked):
    locked(0)

    @patient_transaction
    def write():
        raise locked_error()

    with transaction.atomic(), pytest.raises(type(locked_error())):
        write()
    assert clock.slept == []


def test_between_two_turns_the_lock_is_left_to_others(clock):
    @patient_transaction
    def write():
        clock.sleep(0.2)

    write()
    clock.slept.clear()
    write()
    assert clock.slept[0] == pytest.approx(0.2 * transactions.LEFT_FREE)


def test_who_did_other_work_in_between_does_not_wait_any_more(clock):
    @patient_transaction
    def write():
        clock.sleep(0.2)

    write()
    clock.sleep(1)
    clock.slept.clear()
    write()
    assert clock.slept[0] == 0


@pytest.fixture
def records(tmp_path):
    """A file of three articles."""
    lines = (json.dumps({"id": f"quay:{n}", "paragraphs": [f"Rain fell on quay {n}."]}) for n in range(3))
    (tmp_path / "quays.jsonl").write_text("\n".join(lines))
    return str(tmp_path / "quays.jsonl")


def test_a_lock_costs_an_import_no_article(clock, locked, records, capsys):
    locked(2)
    call_command("import_articles", records)
    assert capsys.readouterr().out == "3 imported, 0 updated, 0 unchanged.\n"
    assert Article.objects.count() == Change.objects.count() == 3


@pytest.mark.parametrize("command", ["import_articles", "reextract_articles", "find_copies"])
def test_a_command_that_gets_no_turn_stops_with_a_sentence_and_goes_on_another_time(clock, locked, records, command):
    if command != "import_articles":
        call_command("import_articles", records)
        Article.objects.update(extractor_version="older")
    arguments = {"import_articles": [records], "find_copies": ["--all"], "reextract_articles": ["--processes", "1"]}
    locked(inf)
    with pytest.raises(CommandError, match=r"Stopped.* without a pause"):
        call_command(command, *arguments[command])
    locked(0)
    call_command(command, *arguments[command])
    assert Article.objects.count() == 3

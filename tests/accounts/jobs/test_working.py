"""A worker takes up what was asked for, and every way in which a job ends is said in a sentence."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import OperationalError, connections
from django.utils.timezone import now
from django_tasks import TaskResultStatus
from django_tasks.exceptions import TaskResultDoesNotExist

from accounts.jobs import running, taking_up, worker
from accounts.jobs.asking import go_on, open_job, stop
from accounts.jobs.taking_up import MOST_DEATHS
from accounts.kept_files import path_of
from accounts.models import Job, KeptFile
from tests.accounts.jobs import tasks
from tests.locks import locked_error

pytestmark = pytest.mark.django_db
DEAD = "00" * 8  # a mark that nobody holds
UNFORESEEN = "Something unforeseen ended it ({}); the worker’s log says more."


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Count in a folder of the test's own, without a limit."""
    settings.VAR_DIR = tmp_path
    (tmp_path / tasks.LIMIT).write_text("1000")
    return tmp_path


def seen(job: Job) -> tuple[str, int, int, str]:
    """How it is with a job: state, done, total, outcome."""
    job.refresh_from_db()
    return job.state, job.done, job.total, job.outcome


@pytest.mark.parametrize(
    ("task", "arguments", "ended"),
    [
        (tasks.count_up, (3,), ("done", 3, 3, "Counted to 3.")),
        (tasks.nothing_left, ("ferries",), ("done", 0, 0, f"Nothing was left of ferries, attempt begun {now():%Y}.")),
        (tasks.impossible, (), ("failed", 0, 3, "The harbour is closed.")),
        (tasks.faulty, (), ("failed", 0, 3, UNFORESEEN.format("KeyError"))),
        (tasks.ends_without_a_word, (), ("failed", 1, 1, UNFORESEEN.format("TypeError"))),
    ],
    ids=lambda value: getattr(value, "name", None),
)
def test_a_job_ends_with_a_sentence(job, work, task, arguments, ended):
    asked = job(task, *arguments)
    work()
    assert seen(asked) == ended
    assert (asked.mark, asked.is_open, asked.ended_at is None) == ("", False, False)


@pytest.mark.parametrize("name", ["tests.accounts.jobs.tasks.no_task", "no.such.module", "os.abort"])
def test_only_a_task_is_ever_called(job, work, name):
    asked = job(tasks.urgent)
    Job.objects.update(task=name)
    work()
    assert seen(asked)[0] == "failed"


def test_what_is_urgent_comes_first_and_a_long_job_gives_way(job, work, monkeypatch):
    long = job(tasks.count_up, 4)
    monkeypatch.setattr(tasks, "_wait_for_limit", lambda step: step == 2 and job(tasks.urgent))
    ends = [line.partition(":")[0] for line in work() if line.endswith(("Done at once.", "Counted to 4."))]
    assert ends == ["urgent for the harbour", "count_up for the harbour"]
    assert seen(long) == ("done", 4, 4, "Counted to 4.")
    assert long.deaths == 0


def test_a_signal_puts_a_job_back_and_it_goes_on(job, work, signal, monkeypatch):
    asked = job(tasks.count_up, 4)
    monkeypatch.setattr(tasks, "_wait_for_limit", lambda step: setattr(signal, "asked", step >= 2))
    work()
    assert seen(asked) == ("waiting", 2, 4, "")
    monkeypatch.undo()
    signal.asked = False
    work()
    assert seen(asked) == ("done", 4, 4, "Counted to 4.")
    assert asked.deaths == 0


def test_a_job_hears_between_two_steps_that_it_is_to_stop_and_goes_on_when_asked(job, work, editor, chief, monkeypatch):
    asked = job(tasks.count_up, 4)
    monkeypatch.setattr(tasks, "_wait_for_limit", lambda step: step == 2 and stop(asked.pk, chief))
    work()
    assert seen(asked) == ("stopped", 2, 4, "Stopped by carla after 2 of 4 steps.")
    assert not stop(asked.pk, editor)
    monkeypatch.undo()
    assert go_on(asked.pk, editor) == asked
    work()
    assert seen(asked) == ("done", 4, 4, "Counted to 4.")
    with pytest.raises(ValueError, match="it is done"):
        go_on(asked.pk, editor)


def test_a_job_that_waits_stops_at_once(job, work, editor):
    asked = job(tasks.count_up, 4)
    assert stop(asked.pk, editor)
    assert seen(asked) == ("stopped", 0, 0, "Stopped by edith before anything was done.")
    assert work() == []


@pytest.mark.parametrize(
    ("deaths", "ended"),
    [(0, ("done", 4, 4)), (MOST_DEATHS - 2, ("done", 4, 4)), (MOST_DEATHS - 1, ("failed", 2, 4))],
)
def test_a_job_left_behind_is_taken_up_unless_it_was_too_often(job, work, deaths, ended):
    asked = job(tasks.count_up, 4)
    Job.objects.update(state="running", mark=DEAD, deaths=deaths, done=2, total=4)
    work()
    assert seen(asked)[:3] == ended
    assert asked.deaths == deaths + 1
    if ended[0] == "failed":
        assert asked.outcome == "Its worker broke off 3 times in the midst of it, the last time after 2 of 4 steps."


def test_a_job_left_behind_that_was_to_stop_stops(job, work, editor, folder):
    asked = job(tasks.count_up, 4)
    Job.objects.update(state="running", mark=DEAD)
    assert stop(asked.pk, editor)
    work()
    assert seen(asked)[0] == "stopped"
    assert not (folder / tasks.STEPS).exists()


def test_who_lost_a_job_to_another_worker_leaves_it_alone(job, work, monkeypatch):
    asked = job(tasks.count_up, 4)
    monkeypatch.setattr(tasks, "_wait_for_limit", lambda step: Job.objects.update(mark="77" * 8, outcome="theirs"))
    monkeypatch.setattr(taking_up, "_is_left_behind", lambda mark: False)
    work()
    assert (seen(asked)[0], asked.mark, asked.outcome) == ("running", "77" * 8, "theirs")


def test_a_database_that_others_hold_or_that_is_away_is_no_end(job, work, monkeypatch):
    asked, errors = job(tasks.count_up, 4), [locked_error(), OperationalError("the server is away")]
    monkeypatch.setattr(connections, "close_all", lambda: None)

    def unlucky(step: int) -> None:
        if errors:
            raise errors.pop(0)

    monkeypatch.setattr(tasks, "_wait_for_limit", unlucky)
    said = work()
    assert "Will try again: the server is away" in said
    assert seen(asked) == ("done", 4, 4, "Counted to 4.")
    assert asked.deaths == 1


def test_the_same_is_never_asked_for_twice_and_what_runs_looks_again(job, work, monkeypatch):
    asked = job(tasks.count_up, 2)
    assert job(tasks.count_up, 2) == asked == open_job(tasks.count_up, 2)
    assert job(tasks.count_up, 3) != asked
    Job.objects.exclude(pk=asked.pk).delete()
    begun = []

    def ask_again(step: int) -> None:
        begun.append(step)
        if begun == [1]:
            assert job(tasks.count_up, 2) == asked

    monkeypatch.setattr(tasks, "_wait_for_limit", ask_again)
    assert len([line for line in work() if ": goes on" in line or ": begins" in line]) == 2
    assert seen(asked) == ("done", 2, 2, "Counted to 2.")
    assert job(tasks.count_up, 2) != asked


def test_jobs_that_ended_long_ago_are_forgotten(job, work, settings):
    settings.JOBS_KEPT_DAYS = 30
    old, young, still_open = job(tasks.count_up, 1), job(tasks.urgent), job(tasks.impossible)
    for one, days in ((old, 31), (young, 29)):
        Job.objects.filter(pk=one.pk).update(state="done", ended_at=now() - timedelta(days=days))
    Job.objects.filter(pk=still_open.pk).update(asked_at=now() - timedelta(days=100))
    assert worker.forget_old_jobs() == 1
    assert set(Job.objects.all()) == {young, still_open}


def test_waiting_takes_no_lock(job, django_assert_num_queries):
    """One query that reads; with `atomic` there would be more, and SQLite's lock would be taken."""
    Job.objects.all().delete()
    with django_assert_num_queries(1), taking_up.taken_up() as nothing:
        assert nothing is None


def test_tasks_are_those_of_django(job, work):
    enqueued = tasks.nothing_left.enqueue("boats")
    assert enqueued.status == TaskResultStatus.READY
    work()
    result = tasks.nothing_left.get_result(enqueued.id)
    assert result.status == TaskResultStatus.SUCCESSFUL
    assert "Nothing was left of boats" in str(result.return_value)
    assert Job.objects.get().what == "Nothing left"
    with pytest.raises(TaskResultDoesNotExist):
        tasks.nothing_left.get_result("one")
    with pytest.raises(ValueError, match="keys and short words"):
        tasks.nothing_left.enqueue("boats" * 200)


def test_progress_is_looked_after_now_and_then_alone(job, work, monkeypatch):
    monkeypatch.setattr(running, "LOOKS", 3600.0)
    looks: list[int] = []
    monkeypatch.setattr(running, "_save_progress", lambda job: looks.append(job.done))
    job(tasks.count_up, 20)
    work()
    assert looks == [0]


def test_a_worker_that_has_nothing_to_do_takes_old_files_off_the_disk(settings, django_user_model):
    owner = django_user_model.objects.create_user("rea")
    kept = KeptFile.objects.create(owner=owner, what="q=war", ending="csv")
    path_of(kept.pk).write_text("words")
    owner.delete()
    signal: Any = SimpleNamespace(asked=False)
    signal.wait = lambda seconds: setattr(signal, "asked", True)
    worker.work(signal, until_empty=False, say=print, warn=print)
    assert not path_of(kept.pk).exists()

"""What people do with jobs: ask for one, stop it, have it go on."""

import json
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User
from django_tasks.base import Task
from django_tasks.utils import normalize_json

from accounts.jobs.ending import end_stopped
from accounts.models import Job
from accounts.models.job import JobQuerySet, JobState
from accounts.write_lock import write_transaction


def ask(task: Task[..., Any], *arguments: Any, what: str, by: User | None = None) -> Job:
    """Have a task done with these arguments, which JSON can hold, and return the job; `what` says it in words.

    Where the same is waiting already, that is the job. Where it is running, it will look once more at its end for what
    came meanwhile. In a transaction of the caller's it is asked for together with the rest, or not at all.
    """
    return ask_with(task, arguments, {}, what=what, by=by)


@write_transaction
def ask_with(task: Task[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any], *, what: str, by: User | None) -> Job:
    """Do the same where some of the arguments are given by name."""
    given = normalize_json([args, kwargs])
    job = Job.objects.open().filter(key=_key(task, given)).first()
    if job is None:
        return Job.objects.create(
            task=task.module_path,
            arguments=given,
            key=_key(task, given),
            priority=task.priority,
            what=what[:300],
            unit=getattr(task, "unit", ""),
            asked_by=by,
        )
    if job.state == JobState.RUNNING:
        job.again = True
        job.save(update_fields=["again"])
    return job


def open_job(task: Task[..., Any], *arguments: Any) -> Job | None:
    """Return the job that waits or runs for a task with these arguments."""
    return next(iter(open_jobs(task, [arguments])), None)


def open_jobs(task: Task[..., Any], several: Iterable[tuple[Any, ...]]) -> list[Job]:
    """Return the jobs that wait or run for a task with any of several arguments (1 query)."""
    return list(jobs_of(task, several).open())


def jobs_of(task: Task[..., Any], several: Iterable[tuple[Any, ...]]) -> JobQuerySet:
    """Return the jobs for a task with any of several arguments, whatever is with them."""
    keys = [_key(task, normalize_json([arguments, {}])) for arguments in several]
    return Job.objects.filter(key__in=keys)


@write_transaction
def stop(job_key: int, by: User) -> bool:
    """Have a job stop: one that waits at once, one that runs after its step; say no where it has ended already.

    Raises Job.DoesNotExist.
    """
    job = Job.objects.get(pk=job_key)
    if not job.is_open:
        return False
    job.stop_asked, job.stopped_by = True, by
    job.save(update_fields=["stop_asked", "stopped_by"])
    if job.state == JobState.WAITING:
        end_stopped(job)
    return True


@write_transaction
def go_on(job_key: int, by: User) -> Job:
    """Have a job that was stopped or failed go on where it was, and return it, or the one that does the same already.

    Raises Job.DoesNotExist, or ValueError with a sentence where there is nothing to go on with.
    """
    job = Job.objects.get(pk=job_key)
    if job.state not in (JobState.STOPPED, JobState.FAILED):
        raise ValueError("it is done" if job.state == JobState.DONE else "it has not ended")
    if other := Job.objects.open().filter(key=job.key).first():
        return other
    job.state, job.asked_by, job.ended_at, job.outcome, job.link = JobState.WAITING, by, None, "", ""
    job.deaths, job.again, job.stop_asked, job.stopped_by = 0, False, False, None
    job.save()
    return job


def _key(task: Task[..., Any], given: Any) -> str:
    """Return a task with its arguments as one text. Raises ValueError where that is too long for a column."""
    key = f"{task.module_path} {json.dumps(given, sort_keys=True, ensure_ascii=False)}"
    if len(key) > 500:
        raise ValueError("the arguments of a job are keys and short words, not what is worked on")
    return key

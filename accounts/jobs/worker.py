"""A worker: takes up one job after the other until it is told to stop, and waits where there is none.

Waiting costs a query a second, which takes no lock. Several workers may run, on several machines where the database is
PostgreSQL.
"""

import time
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.db import InterfaceError, OperationalError, connections
from django.utils.timezone import now

from accounts.jobs.running import run
from accounts.jobs.taking_up import taken_up
from accounts.kept_files import forget_old
from accounts.models import Job
from accounts.stopping import StopRequest
from accounts.write_lock import NoTurnError, patient_transaction

POLL_INTERVAL = 1.0  # seconds between two looks for a job
TIDIES = 3600.0  # seconds between two looks for old jobs and old files

Say = Callable[[str], object]


def work(stop: StopRequest, until_empty: bool, say: Say, warn: Say) -> None:
    """Do what waits until told to stop, or until nothing is left to take up; say what is done, warn of trouble."""
    tidied = float("-inf")
    while not stop.asked:
        try:
            did_something = _take_a_turn(stop, say)
            if not did_something and until_empty:
                return
            if not did_something and time.monotonic() - tidied > TIDIES:
                tidied = time.monotonic()
                forget_old_jobs()
                forget_old()
        except (OperationalError, InterfaceError, NoTurnError) as error:
            warn(f"Will try again: {error}")
            connections.close_all()
            did_something = False
        if not did_something:
            stop.wait(POLL_INTERVAL)


def _take_a_turn(stop: StopRequest, say: Say) -> bool:
    """Do the next job; say no where there is none."""
    with taken_up() as job:
        if job is None:
            return False
        say(f"{job.what}: begins." if not job.done else f"{job.what}: goes on after {job.progress}.")
        run(job, stop)
    job.refresh_from_db()
    say(f"{job.what}: {job.outcome or job.progress}")
    return True


def forget_old_jobs() -> int:
    """Take away the jobs that ended longer ago than they are kept; return how many."""
    old = Job.objects.filter(ended_at__lt=now() - timedelta(days=settings.JOBS_KEPT_DAYS))
    return _delete(list(old.values_list("pk", flat=True)[:10_000])) if old.exists() else 0


@patient_transaction
def _delete(keys: list[int]) -> int:
    return Job.objects.filter(pk__in=keys).exclude(ended_at=None).delete()[0]

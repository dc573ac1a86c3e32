"""Taking a job up: one that waits, or one that was left behind by a worker that ended in the midst of it.

Who is at a job holds a mark of its own (accounts/write_lock/marks.py), which stands in the job's row and goes with the
process, however that ends. A new one is drawn each time, and held before it is written down: so whoever gets the mark
that stands in a row knows that nobody is at the job, and the row is changed only where that mark still stands there.
Looking costs one query that takes no lock.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.timezone import now

from accounts.jobs.ending import end, end_stopped
from accounts.models import Job
from accounts.models.job import JobState
from accounts.write_lock import held_mark, patient_transaction

MARK_BYTES = 8
MOST_DEATHS = 3


@contextmanager
def taken_up() -> Iterator[Job | None]:
    """Give the next job, which nobody else gets during the block; nothing where there is none.

    Raises NoTurnError, DatabaseError.
    """
    for key, mark in Job.objects.open().first_come().values_list("pk", "mark"):
        if mark and not _is_left_behind(mark):
            continue
        own = secrets.token_bytes(MARK_BYTES)
        with held_mark(own):
            if job := _marked(key, mark, own.hex()):
                yield job
                return
    yield None


def _is_left_behind(mark: str) -> bool:
    with held_mark(bytes.fromhex(mark)) as is_ours:
        return is_ours


@patient_transaction
def _marked(key: int, seen: str, mark: str) -> Job | None:
    """Write our mark to a job if it is still as it was seen; nothing where it is not, or is not to go on."""
    job = Job.objects.open().select_related("stopped_by").filter(pk=key, mark=seen).first()
    if job is None:
        return None
    if job.state == JobState.RUNNING:
        job.deaths += 1
    job.state, job.mark, job.seen_at = JobState.RUNNING, mark, now()
    job.started_at = job.started_at or job.seen_at
    job.save(update_fields=["state", "mark", "deaths", "started_at", "seen_at"])
    return None if _is_over(job) else job


def _is_over(job: Job) -> bool:
    """End a job that was to stop, or that has ended its worker too often; say whether it has ended."""
    if job.stop_asked:
        end_stopped(job)
    elif job.deaths >= MOST_DEATHS:
        where = f", the last time after {job.progress}" if job.done else ""
        end(job, JobState.FAILED, f"Its worker broke off {job.deaths} times in the midst of it{where}.")
    return not job.is_open

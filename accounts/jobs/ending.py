"""How a job ends, in the transaction of the caller."""

from django.utils.timezone import now

from accounts.models import Job
from accounts.models.job import JobState


def end(job: Job, state: JobState, outcome: str, link: str = "") -> None:
    """Note that a job has ended, and how, in a sentence."""
    job.state, job.outcome, job.link, job.ended_at, job.mark = state, outcome[:500], link[:500], now(), ""
    job.save(update_fields=["state", "outcome", "link", "ended_at", "mark"])


def end_stopped(job: Job) -> None:
    """Note that a job has ended since somebody had it stop."""
    who = f" by {job.stopped_by.get_username()}" if job.stopped_by else ""
    when = f"after {job.progress}" if job.done else "before anything was done"
    end(job, JobState.STOPPED, f"Stopped{who} {when}.")


def wait_again(job: Job) -> None:
    """Put a job back among those that wait; what it has done is done."""
    job.state, job.mark, job.again = JobState.WAITING, "", False
    job.save(update_fields=["state", "mark", "again"])

"""Doing a job that was taken up, step by step, until it ends, is stopped, or gives way."""

import logging
import time
from dataclasses import dataclass, field

from django.db import InterfaceError, OperationalError
from django.utils.timezone import now
from django_tasks.base import TaskContext

from accounts.jobs.backend import result_of
from accounts.jobs.ending import end, end_stopped, wait_again
from accounts.jobs.steps import JobProblemError, Outcome, Steps, task_named
from accounts.models import Job
from accounts.models.job import JobState
from accounts.stopping import StopRequest
from accounts.write_lock import NoTurnError, is_locked, patient_transaction

LOOKS = 0.5  # seconds between two looks whether it is to stop, at which its progress is saved
log = logging.getLogger(__name__)


class GivesWay(Exception):  # noqa: N818  it is no error
    """The job is to wait: its worker is to stop, or something more urgent waits."""


class StoppedByEditor(Exception):  # noqa: N818  it is asked for
    """Somebody had the job stop."""


class LostError(Exception):
    """The job is not this worker's any more."""


def run(job: Job, stop: StopRequest) -> None:
    """Do a job. Raises OperationalError or InterfaceError where the database is away; then it is left behind.

    A database that others hold is no fault of the job, which waits for its next turn.
    """
    try:
        outcome = _Run(job, stop).to_its_end()
    except GivesWay:
        _leave(job)
    except StoppedByEditor:
        _end(job, JobState.STOPPED)
    except LostError:
        log.warning("Job %s was taken up by another worker.", job.pk)
    except (JobProblemError, NoTurnError) as problem:
        _end(job, JobState.FAILED, Outcome(_sentence(problem)))
    except InterfaceError:
        raise
    except OperationalError as error:
        if not is_locked(error):
            raise
        _leave(job)
    except Exception as error:
        log.exception("Job %s (%s) failed.", job.pk, job.task)
        words = f"Something unforeseen ended it ({type(error).__name__}); the worker’s log says more."
        _end(job, JobState.FAILED, Outcome(words))
    else:
        _end(job, JobState.DONE, outcome)


@dataclass
class _Run:
    """One run of a job's task, and when it was last looked after."""

    job: Job
    stop: StopRequest
    looked: float = field(default_factory=time.monotonic)

    def to_its_end(self) -> Outcome:
        """Take one step after the other and return how it ended."""
        steps = self._steps()
        try:
            self._saw(next(steps), first=True)
            while True:
                self._saw(next(steps))
        except StopIteration as ended:
            self.job.done = self.job.total
            return _outcome(ended.value)
        finally:
            steps.close()

    def _steps(self) -> Steps:
        task, (args, kwargs) = task_named(self.job.task), self.job.arguments
        context = (TaskContext(task_result=result_of(self.job, task)),) if task.takes_context else ()
        return task.call(*context, *args, **kwargs)

    def _saw(self, left: int, first: bool = False) -> None:
        """Take in that a step is done and so many things are left; what was counted before stays counted."""
        self.job.total = max(self.job.total, left)
        self.job.done = self.job.total - left
        if self.stop.asked:
            raise GivesWay
        if first or time.monotonic() - self.looked >= LOOKS:
            self._look()

    def _look(self) -> None:
        """Save how far it is, and see whether it is to go on."""
        _save_progress(self.job)
        if Job.objects.filter(state=JobState.WAITING, priority__gt=self.job.priority).exists():
            raise GivesWay
        self.looked = time.monotonic()


@patient_transaction
def _save_progress(job: Job) -> None:
    """Save how far a job is. Raises StoppedByEditor, LostError."""
    ours = Job.objects.filter(pk=job.pk, mark=job.mark)
    if not ours.update(done=job.done, total=job.total, seen_at=now()):
        raise LostError
    if ours.filter(stop_asked=True).exists():
        raise StoppedByEditor


@patient_transaction
def _leave(job: Job) -> None:
    """Put a job back, with what it has done, for this worker's next turn or another worker."""
    if latest := _latest(job):
        wait_again(latest)


@patient_transaction
def _end(job: Job, state: JobState, outcome: Outcome | None = None) -> None:
    """Note how a job ended; one that is done and was asked for once more meanwhile waits again."""
    latest = _latest(job)
    if latest is None:
        return
    if state == JobState.STOPPED:
        end_stopped(latest)
    elif state == JobState.DONE and latest.again:
        wait_again(latest)
    elif outcome:
        end(latest, state, outcome.words, outcome.link)


def _latest(job: Job) -> Job | None:
    """Return a job as it stands now, with the progress of this run; nothing where it is another worker's."""
    latest = Job.objects.select_related("stopped_by").filter(pk=job.pk, mark=job.mark).first()
    if latest:
        latest.done, latest.total, latest.seen_at = job.done, job.total, now()
        latest.save(update_fields=["done", "total", "seen_at"])
    return latest


def _outcome(value: object) -> Outcome:
    if not isinstance(value, Outcome):
        raise TypeError("a task returns an Outcome")
    return value


def _sentence(problem: Exception) -> str:
    """Return an exception's words as a sentence."""
    words = str(problem)
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."

"""Tasks of the tests' own."""

import time
from pathlib import Path

from django.conf import settings
from django_tasks import TaskContext, task

from accounts.jobs.steps import JobProblemError, Outcome, Steps
from tests.patience import PATIENCE

STEPS, LIMIT = "steps.txt", "limit.txt"  # in VAR_DIR: what was done, a line a step, and how far it may go now


@task(unit="steps")
def count_up(steps: int) -> Steps:
    """Write one number after the other, none beyond the limit, from where the file ends."""
    file = Path(settings.VAR_DIR) / STEPS
    while (done := len(file.read_text().split()) if file.exists() else 0) < steps:
        yield steps - done
        _wait_for_limit(done + 1)
        with file.open("a") as written:
            written.write(f"{done + 1}\n")
    return Outcome(f"Counted to {steps}.", "/articles/")


def _wait_for_limit(step: int) -> None:
    limit, last = Path(settings.VAR_DIR) / LIMIT, time.monotonic() + PATIENCE
    while int(limit.read_text() or 0) < step and time.monotonic() < last:
        time.sleep(0.02)


@task(unit="things", takes_context=True)
def nothing_left(context: TaskContext, word: str) -> Steps:
    """Find nothing to do."""
    yield 0
    return Outcome(f"Nothing was left of {word}, attempt begun {context.task_result.started_at:%Y}.")


@task(priority=10)
def urgent() -> Steps:
    """Be done before others."""
    yield 0
    return Outcome("Done at once.")


@task
def impossible() -> Steps:
    """Find that it can't be done."""
    yield 3
    raise JobProblemError("the harbour is closed")


@task
def faulty() -> Steps:
    """Fail as nobody foresaw."""
    yield 3
    raise KeyError("no such thing")


@task
def ends_without_a_word() -> Steps:
    """Return what is no outcome."""
    yield 1
    return None  # type: ignore[return-value]


no_task = print

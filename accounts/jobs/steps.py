"""What a task says to its worker: how many things are left, how it ended, or what can't be done."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TypeAlias

from django.utils.module_loading import import_string
from django_tasks.base import Task


@dataclass(frozen=True)
class Outcome:
    """How a job ended: a sentence, and the address of a page of this site where that is seen, if there is one."""

    words: str
    link: str = ""


class JobProblemError(Exception):
    """A job can't be done; the message is a sentence that people read."""


Steps: TypeAlias = Generator[int, None, Outcome]


@dataclass(frozen=True, slots=True, kw_only=True)
class JobTask(Task[..., Steps]):
    """A task whose steps are counted in a unit: "articles", "mentions"."""

    func: Callable[..., Steps]
    unit: str = ""


def task_named(name: str) -> JobTask:
    """Return a task by its dotted name. Raises ImportError, or TypeError where the name is of something else."""
    task = import_string(name)
    if not isinstance(task, JobTask):
        raise TypeError(f"{name} is no task")
    return task

"""The backend of django-tasks that puts tasks into the archive's table of jobs."""

from typing import Any

from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task, TaskResult, TaskResultStatus
from django_tasks.exceptions import TaskResultDoesNotExist

from accounts.jobs.steps import JobTask, task_named

STATUS = {
    "waiting": TaskResultStatus.READY,
    "running": TaskResultStatus.RUNNING,
    "done": TaskResultStatus.SUCCESSFUL,
    "failed": TaskResultStatus.FAILED,
    "stopped": TaskResultStatus.FAILED,
}


class JobBackend(BaseTaskBackend):
    """Stores what is enqueued as a Job. What a person asks for is asked for by `accounts.jobs.asking`, in words."""

    task_class = JobTask  # type: ignore[assignment]  # any task of this backend is one
    supports_get_result = True
    supports_priority = True

    def enqueue(self, task: Task[Any, Any], args: Any, kwargs: Any) -> TaskResult[Any]:
        """Have a task done in nobody's name."""
        from accounts.jobs.asking import ask_with  # tables are there when all apps are

        self.validate_task(task)
        return result_of(ask_with(task, args, kwargs, what=task.name.replace("_", " ").capitalize(), by=None), task)

    def get_result(self, result_id: str) -> TaskResult[Any]:
        """Return what is with a job. Raises TaskResultDoesNotExist."""
        from accounts.models import Job

        job = Job.objects.filter(pk=result_id).first() if str(result_id).isdecimal() else None
        if job is None:
            raise TaskResultDoesNotExist(result_id)
        return result_of(job, task_named(job.task))


def result_of(job: Any, task: Task[Any, Any]) -> TaskResult[Any]:
    """Return a job as django-tasks says it: what it was asked with, when, and what is with it."""
    args, kwargs = job.arguments
    result: TaskResult[Any] = TaskResult(
        task=task,
        id=str(job.pk),
        status=STATUS[job.state],
        enqueued_at=job.asked_at,
        started_at=job.started_at,
        last_attempted_at=job.started_at,
        finished_at=job.ended_at,
        args=args,
        kwargs=kwargs,
        backend=task.backend,
        errors=[],
        worker_ids=[],
    )
    object.__setattr__(result, "_return_value", job.outcome)  # the class is frozen; backends set it so
    return result

"""Jobs: work that outlasts a request, as people see it and as workers take it up."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.urls import reverse


class JobState(models.TextChoices):
    """What is with a job."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


OPEN = (JobState.WAITING, JobState.RUNNING)
ENDED = (JobState.DONE, JobState.FAILED, JobState.STOPPED)
IS_OPEN = models.Q(state__in=OPEN)


def an_editor() -> "models.ForeignKey[Any, Any]":
    """Return the column of somebody who asked for something; the job stays where their account goes."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )


class JobQuerySet(models.QuerySet["Job"]):
    """Jobs by what is with them."""

    def open(self) -> Self:
        """Keep what waits and what runs."""
        return self.filter(IS_OPEN)

    def first_come(self) -> Self:
        """Put what is most urgent first, and what was asked for first."""
        return self.order_by("-priority", "pk")


class Job(models.Model):
    """Work that somebody asked for, done by a worker in steps that each commit by themselves.

    `task` is the dotted name of the function that does it and `arguments` are its own, a list and a dictionary; `key`
    is both as one text, by which no two of one kind are open at once. `what` says it in words. Of `total` things,
    `unit` by name, `done` are done. `mark` is held by the process that is at it (accounts/write_lock/marks.py), as
    bytes in hex: a running job whose mark nobody holds was left behind by a worker that ended, for the
    `deaths`th time. `again` says that it was asked for once more while it ran. `outcome` is a sentence on how it ended.
    """

    task = models.CharField(max_length=200)
    arguments = models.JSONField(default=list)
    key = models.CharField(max_length=500)
    priority = models.SmallIntegerField(default=0)
    what = models.CharField(max_length=300)
    unit = models.CharField(max_length=40, blank=True)
    asked_by = an_editor()
    asked_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=10, choices=JobState, default=JobState.WAITING)
    started_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    done = models.PositiveBigIntegerField(default=0)
    total = models.PositiveBigIntegerField(default=0)
    mark = models.CharField(max_length=64, blank=True)
    deaths = models.PositiveSmallIntegerField(default=0)
    again = models.BooleanField(default=False)
    stop_asked = models.BooleanField(default=False)
    stopped_by = an_editor()
    outcome = models.CharField(max_length=500, blank=True)
    link = models.CharField(max_length=500, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["key"], condition=IS_OPEN, name="job_open_once")]
        indexes = [
            models.Index(fields=["state"], name="job_by_state"),
            models.Index(fields=["ended_at"], name="job_by_its_end"),
            models.Index(fields=["asked_by", "-id"], name="job_of_somebody"),
        ]

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        return reverse("job", args=[self.pk])

    @property
    def is_open(self) -> bool:
        """Say whether it waits or runs."""
        return self.state in OPEN

    @property
    def progress(self) -> str:
        """Say in words how far it is; nothing where nobody has counted yet."""
        return f"{self.done:,} of {self.total:,} {self.unit}".strip() if self.total else ""

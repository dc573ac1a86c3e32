"""Files that were made in the background, until their owner has fetched them or some days have gone by."""

from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse

from accounts.models.job import Job


class KeptFile(models.Model):
    """A file that somebody asked for, made by a job; it is its owner's alone and goes with their account.

    `what` is what it holds, as a page asks for it: an address of the archive with its query, `ending` its format and
    `host` what its addresses begin with (https://…). `words` says so to people. `made_at` is None until it is whole;
    then it has `rows` and `size` bytes, and stands in the folder of kept files (accounts/kept_files.py) under its key.
    """

    owner: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    what = models.TextField()
    ending = models.CharField(max_length=10)
    host = models.CharField(max_length=300)
    words = models.TextField()
    name = models.CharField(max_length=200)
    asked_at = models.DateTimeField(auto_now_add=True)
    made_at = models.DateTimeField(null=True)
    rows = models.PositiveBigIntegerField(default=0)
    size = models.PositiveBigIntegerField(default=0)
    job = models.ForeignKey(Job, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("kept-file", args=[self.pk])

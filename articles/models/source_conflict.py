"""Conflicts: values that an editor corrected and that the source has changed since."""

import json
from hashlib import blake2b

from django.conf import settings
from django.db import models


class SourceConflict(models.Model):
    """A corrected value whose source says something else since: both values, until an editor takes one.

    `field` and `paragraph` are those of a Correction. `ours` is what stands, `theirs` what the source's `version` says;
    `theirs` is null where the source has no such paragraph any more. There is one open conflict a value at the most.
    """

    class State(models.TextChoices):
        OPEN = "open", "open"
        KEPT = "kept", "the correction was kept"
        TAKEN = "taken", "the source's value was taken"
        PAST = "past", "the source agrees again, or the correction was taken back"

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="conflicts")
    field = models.CharField(max_length=20)
    paragraph = models.PositiveIntegerField(default=0)  # 0 where it is a value of the article itself
    ours = models.JSONField()
    theirs = models.JSONField(null=True)
    version = models.ForeignKey("articles.ArticleVersion", on_delete=models.CASCADE, related_name="conflicts")
    state = models.CharField(max_length=5, choices=State, default=State.OPEN)
    at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["-at"], condition=models.Q(state="open"), name="conflict_open_latest_first")]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "field", "paragraph"],
                condition=models.Q(state="open"),
                name="conflict_open_once_a_value",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field} of article {self.article_id}"

    @property
    def values_digest(self) -> str:
        """32 hexadecimal digits that tell both values from others."""
        return blake2b(json.dumps([self.ours, self.theirs]).encode(), digest_size=16).hexdigest()

"""Corrections: what editors changed, kept for good."""

from typing import Any

from django.conf import settings
from django.db import models


class AppendOnlyError(Exception):
    """A correction was to be changed or deleted; another one must be added instead."""


class CorrectionQuerySet(models.QuerySet[Any]):
    """Reads and adds; refuses the rest."""

    def update(self, **values: Any) -> int:
        raise AppendOnlyError("Corrections are append-only: add another one instead of changing this.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise AppendOnlyError("Corrections are append-only: they cannot be deleted.")


class Correction(models.Model):
    """One value that an editor changed: who, when, what, before, after and why.

    `field` is an Article's field, or "speaker" or "about" with the `quotation` it belongs to. `revision` is the
    article's after the change. The database refuses an update by a trigger (migration 0002).
    """

    class Field(models.TextChoices):
        TITLE = "title", "title"
        STANDFIRST = "standfirst", "standfirst"
        BYLINE = "byline", "byline"
        PUBLISHED = "published", "date"
        PUBLISHER = "publisher", "publisher"
        SECTION = "section", "section"
        SPEAKER = "speaker", "speaker"
        ABOUT = "about", "list of subjects"

    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="corrections")
    quotation = models.ForeignKey(
        "articles.Quotation", null=True, blank=True, on_delete=models.PROTECT, related_name="corrections"
    )
    field = models.CharField(max_length=15, choices=Field)
    before = models.JSONField()
    after = models.JSONField()
    reason = models.TextField()
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="corrections")
    at = models.DateTimeField(auto_now_add=True)
    revision = models.PositiveIntegerField()

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["article_id", "revision", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(field__in=["speaker", "about"], quotation__isnull=False)
                | (~models.Q(field__in=["speaker", "about"]) & models.Q(quotation__isnull=True)),
                name="correction_of_a_quotation_names_it",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field} of article {self.article_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnlyError("Corrections are append-only: add another one instead of changing this.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise AppendOnlyError("Corrections are append-only: they cannot be deleted.")

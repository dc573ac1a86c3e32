"""Corrections: what editors changed, kept for good."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.timezone import now


class AppendOnlyError(Exception):
    """A correction was to be changed or deleted; another one must be added instead."""


class CorrectionQuerySet(models.QuerySet[Any]):
    """Reads and adds; refuses the rest."""

    def update(self, **values: Any) -> int:
        raise AppendOnlyError("Corrections are append-only: add another one instead of changing this.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise AppendOnlyError("Corrections are append-only: they cannot be deleted.")


class ShownCorrections(models.Manager.from_queryset(CorrectionQuerySet)):  # type: ignore[misc]
    """The corrections that logs and histories show: all but those of articles that are withdrawn."""

    def get_queryset(self) -> models.QuerySet[Any]:
        """Return the corrections of shown articles, and of people."""
        shown = models.Q(article=None) | models.Q(article__withdrawn=False)
        rows: models.QuerySet[Any] = super().get_queryset()
        return rows.filter(shown)


OF_ARTICLES = ("title", "standfirst", "byline", "published", "publisher", "section", "language", "url")
OF_PARAGRAPHS = ("text", "paragraph kind")
OF_QUOTATIONS = ("quotation", "speaker", "about", "kind", "cue", "span", "quotation check")
OF_MENTIONS = ("mention", "named", "mention check")
OF_PEOPLE = ("name", "role", "alias", "person", "hidden")


def _names_only(fields: tuple[str, ...], **columns: bool) -> models.Q:
    """Return the condition that a correction of these fields has the columns it is of, and no others."""
    which = {"article": False, "paragraph": False, "quotation": False, "mention": False, "person": False, **columns}
    return models.Q(field__in=fields, **{f"{name}__isnull": not has for name, has in which.items()})


class Correction(models.Model):
    """One value that an editor changed: who, when, what, before, after and why.

    It is of an article's value; of a paragraph's, which `paragraph` names by its number; of a quotation, a mention or a
    person. "quotation" and "mention" say whether it stands, is rejected or, with nothing before, was added; "person"
    whether a name is a person's at all. `revision` is the article's, or the person's, after the change.

    A value counts as corrected until a correction of it `releases` it: then the layer beneath shows again, what was
    imported or extracted. `reverts` is the correction that this one takes back. `identity` says what it is about in
    words that outlast row numbers (findings/identity.py). The database refuses an update by a trigger (migration 0002).
    """

    class Field(models.TextChoices):
        TITLE = "title", "title"
        STANDFIRST = "standfirst", "standfirst"
        BYLINE = "byline", "byline"
        PUBLISHED = "published", "date"
        PUBLISHER = "publisher", "publisher"
        SECTION = "section", "section"
        LANGUAGE = "language", "language"
        URL = "url", "address of the original"
        TEXT = "text", "text of a paragraph"
        PARAGRAPH_KIND = "paragraph kind", "kind of a paragraph"
        QUOTATION = "quotation", "quotation"
        SPEAKER = "speaker", "speaker"
        ABOUT = "about", "list of subjects"
        KIND = "kind", "kind of a quotation"
        CUE = "cue", "cue"
        SPAN = "span", "words of a quotation"
        QUOTATION_CHECK = "quotation check", "check of a quotation"
        MENTION = "mention", "mention"
        NAMED = "named", "person or country named"
        MENTION_CHECK = "mention check", "check of a mention"
        NAME = "name", "name"
        ROLE = "role", "role"
        ALIAS = "alias", "spelling"
        PERSON = "person", "person"
        HIDDEN = "hidden", "hidden name"

    article = models.ForeignKey(
        "articles.Article", null=True, blank=True, on_delete=models.PROTECT, related_name="corrections"
    )
    paragraph = models.PositiveIntegerField(null=True, blank=True)
    quotation = models.ForeignKey(
        "articles.Quotation", null=True, blank=True, on_delete=models.PROTECT, related_name="corrections"
    )
    mention = models.ForeignKey(
        "articles.Mention", null=True, blank=True, on_delete=models.PROTECT, related_name="corrections"
    )
    person = models.ForeignKey(
        "articles.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="corrections"
    )
    field = models.CharField(max_length=20, choices=Field)
    before = models.JSONField()
    after = models.JSONField()
    reason = models.TextField()
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="corrections")
    at = models.DateTimeField(default=now)
    revision = models.PositiveIntegerField()
    releases = models.BooleanField(default=False, db_default=False)
    reverts = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="reverted_by")
    identity = models.JSONField(default=dict, blank=True)

    objects = ShownCorrections()
    every = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["article_id", "revision", "pk"]
        indexes = [models.Index(fields=["-at"], name="correction_latest_first")]
        constraints = [
            models.CheckConstraint(
                condition=_names_only(OF_ARTICLES, article=True)
                | _names_only(OF_PARAGRAPHS, article=True, paragraph=True)
                | _names_only(OF_QUOTATIONS, article=True, quotation=True)
                | _names_only(OF_MENTIONS, article=True, mention=True)
                | _names_only(OF_PEOPLE, person=True),
                name="correction_names_what_it_is_of",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field} of article {self.article_id}" if self.article_id else f"{self.field} of {self.person}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnlyError("Corrections are append-only: add another one instead of changing this.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise AppendOnlyError("Corrections are append-only: they cannot be deleted.")

"""The journal: the numbered list of changes that the search index follows."""

from django.db import models


class Change(models.Model):
    """One change of one article. `fields` are the article's values it touched, so that a form can tell a conflict.

    The article is named by number, without a foreign key: the journal outlives what it tells of.
    """

    class Kind(models.TextChoices):
        IMPORTED = "imported", "imported"
        UPDATED = "updated", "imported again"
        CORRECTED = "corrected", "corrected"
        EXTRACTED = "extracted", "extracted again"
        MERGED = "merged", "somebody it names, or its publisher, merged with another, or taken out again"
        WITHHELD = "withheld", "somebody it names shown on pages no longer, or again"
        STORY = "story", "found to be a copy of another, or no longer"
        WITHDRAWN = "withdrawn", "withdrawn"
        RESTORED = "restored", "restored"
        ERASED = "erased", "erased for good"
        REMOVED = "removed", "taken out of the archive"  # by an earlier version; nothing is any more

    number = models.BigAutoField(primary_key=True)
    article_id = models.BigIntegerField(db_index=True)
    revision = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind)
    fields = models.JSONField(default=list)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number}: article {self.article_id} {self.kind}"

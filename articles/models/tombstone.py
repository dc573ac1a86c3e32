"""Tombstones: all that is left of an article that was erased."""

from django.conf import settings
from django.db import models

from articles.models.withdrawal import WithdrawalKind


class Tombstone(models.Model):
    """An article that was erased: its number, why, by whom, and how many corrections went with it.

    `change` is the number of its row in the journal: once the index has followed so far, no file of it has a word of
    the article. What it said is known by hashes alone (models/barred_content.py).
    """

    article_number = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=10, choices=WithdrawalKind)
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    corrections = models.PositiveIntegerField()
    change = models.BigIntegerField()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"article {self.article_number}, erased {self.get_kind_display()}"


class ErasedQuotation(models.Model):
    """The number of a quotation of an erased article, whose address says so."""

    number = models.BigIntegerField(primary_key=True)
    tombstone = models.ForeignKey(Tombstone, on_delete=models.CASCADE, related_name="quotations")

    def __str__(self) -> str:
        return f"quotation {self.number}"

"""Withdrawals: articles that were taken off the pages, why, by whom, and whether they came back."""

from django.conf import settings
from django.db import models


class WithdrawalKind(models.TextChoices):
    """Of which kind the reason is for which an article is withdrawn or erased; the only part of it readers are told."""

    LEGAL = "legal", "for legal reasons"
    PRIVACY = "privacy", "to protect somebody’s privacy"
    ERROR = "error", "because of an error"


class Withdrawal(models.Model):
    """One time that an article was withdrawn, and how it came back if it did.

    The article's row stays, emptied, and so do its quotations', so that numbers and corrections last. What was taken
    out of the tables lies in `content` until it is restored (articles/withdrawal/kept_rows.py): JSON, compressed by
    zlib. `people` are the keys of those whom it names. `by` is nobody where a command did it.
    """

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="withdrawals")
    kind = models.CharField(max_length=10, choices=WithdrawalKind)
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    revision = models.PositiveIntegerField()
    content = models.BinaryField(null=True)
    people = models.JSONField(default=list)
    restored_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    restored_at = models.DateTimeField(null=True)
    restored_because = models.TextField(blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article"], condition=models.Q(restored_at=None), name="withdrawn_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=models.Q(restored_at__isnull=True, content__isnull=False)
                | models.Q(restored_at__isnull=False, content__isnull=True),
                name="withdrawal_keeps_content_until_restored",
            ),
        ]

    def __str__(self) -> str:
        return f"article {self.article_id}, withdrawn {self.get_kind_display()}"

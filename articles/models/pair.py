"""What all merge candidates have: two rows of one table, in order and once, a state, and decisions that are kept."""

from typing import Any

from django.conf import settings
from django.db import models

from articles.models.correction import AppendOnlyError, CorrectionQuerySet

OPEN, SAME, DIFFERENT = "open", "same", "different"  # the states of a pair: until decided, one thing, two


def pair_constraints(noun: str) -> list[models.BaseConstraint]:
    """Return the constraints that `first` and `second` are a pair once, the lower key first, in a known state."""
    known = models.Q(state__in=[OPEN, SAME, DIFFERENT])
    return [
        models.UniqueConstraint(fields=["first", "second"], name=f"{noun}_once_a_pair"),
        models.CheckConstraint(condition=models.Q(first__lt=models.F("second")), name=f"{noun}_in_order"),
        models.CheckConstraint(condition=known, name=f"{noun}_state_is_known"),
    ]


def says_who_stays(name: str) -> models.CheckConstraint:
    """Return the constraint that a decision names who is `kept` of two that are one, and nobody else."""
    one = models.Q(state=SAME, kept__isnull=False)
    return models.CheckConstraint(
        condition=one | (models.Q(state__in=[OPEN, DIFFERENT]) & models.Q(kept__isnull=True)), name=name
    )


class KeptDecision(models.Model):
    """A decision about a pair: who decided, when and why. It is taken back by another one; none is ever changed."""

    reason = models.TextField(blank=True)
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnlyError("Decisions are append-only: add another one instead of changing this.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise AppendOnlyError("Decisions are append-only: they cannot be deleted.")

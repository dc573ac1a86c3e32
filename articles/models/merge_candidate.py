"""Merge candidates: two Persons whose names may be one person's, and what was decided about them."""

from typing import Any

from django.conf import settings
from django.db import models

from articles.extraction.people.variants import NameVariant
from articles.models.correction import AppendOnlyError, CorrectionQuerySet


class MergeCandidate(models.Model):
    """Two Persons of variant names; `corroboration` is what bore it out, where the archive merged them by itself.

    `state` is the last decision's: open until there is one. Two Persons become a candidate once, so what was rejected
    is never asked again.
    """

    class Kind(models.TextChoices):
        SPELLING = NameVariant.SPELLING.value, "one name in two spellings"
        SHORT_FORM = NameVariant.SHORT_FORM.value, "a short or other form of the given name"
        LEFT_OUT = NameVariant.LEFT_OUT.value, "a middle name left out"
        INITIAL = NameVariant.INITIAL.value, "an initial for a name"
        GENERATION = NameVariant.GENERATION.value, "one with Jr., Sr. or a number: perhaps father and son"
        SLIP = NameVariant.SLIP.value, "one letter that differs"
        SEVERAL = NameVariant.SEVERAL.value, "more than one difference"

    class State(models.TextChoices):
        OPEN = "open", "open"
        SAME = "same", "one person"
        DIFFERENT = "different", "two people"

    first = models.ForeignKey("articles.Person", on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey("articles.Person", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=15, choices=Kind)
    corroboration = models.CharField(max_length=350, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["state", "-id"], name="merge_candidate_by_state")]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="merge_candidate_once_a_pair"),
            models.CheckConstraint(condition=models.Q(first__lt=models.F("second")), name="merge_candidate_in_order"),
            models.CheckConstraint(
                condition=models.Q(state__in=["open", "same", "different"]), name="merge_candidate_state_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first} and {self.second}"


class MergeDecision(models.Model):
    """What was decided about a merge candidate: who, when, what and why; `kept` is who stays of two who are one.

    Without an editor, the archive itself merged them by a corroboration. A decision is taken back by another one that
    opens the candidate again. The database refuses an update by a trigger (migrations 0004 and 0007).
    """

    candidate = models.ForeignKey(MergeCandidate, on_delete=models.PROTECT, related_name="decisions")
    state = models.CharField(max_length=10, choices=MergeCandidate.State)
    kept = models.ForeignKey("articles.Person", null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["candidate_id", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="same", kept__isnull=False)
                | (models.Q(state__in=["open", "different"]) & models.Q(kept__isnull=True)),
                name="decision_says_who_stays",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.candidate}: {self.get_state_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnlyError("Decisions are append-only: add another one instead of changing this.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise AppendOnlyError("Decisions are append-only: they cannot be deleted.")

"""Offers: two Persons whose names may be one person's, and what was decided about them."""

from typing import Any

from django.conf import settings
from django.db import models

from articles.extraction.people.variants import Variant
from articles.models.correction import AppendOnlyError, CorrectionQuerySet


class PersonOffer(models.Model):
    """Two Persons of variant names; `sign` is the second sign that bore it out, where the archive joined them.

    `state` is the last decision's: open until there is one. An offer is never made twice, so what was told apart
    stays apart.
    """

    class Kind(models.TextChoices):
        SPELLING = Variant.SPELLING.value, "one name in two spellings"
        SHORT_FORM = Variant.SHORT_FORM.value, "a short or other form of the given name"
        LEFT_OUT = Variant.LEFT_OUT.value, "a middle name left out"
        INITIAL = Variant.INITIAL.value, "an initial for a name"
        GENERATION = Variant.GENERATION.value, "one with Jr., Sr. or a number: perhaps father and son"
        SLIP = Variant.SLIP.value, "one letter that differs"
        SEVERAL = Variant.SEVERAL.value, "more than one difference"

    class State(models.TextChoices):
        OPEN = "open", "open"
        SAME = "same", "one person"
        DIFFERENT = "different", "two people"

    first = models.ForeignKey("articles.Person", on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey("articles.Person", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=15, choices=Kind)
    sign = models.CharField(max_length=350, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["state", "-id"], name="offer_by_state")]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="offer_once_a_pair"),
            models.CheckConstraint(condition=models.Q(first__lt=models.F("second")), name="offer_pair_in_order"),
            models.CheckConstraint(
                condition=models.Q(state__in=["open", "same", "different"]), name="offer_state_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first} and {self.second}"


class PersonDecision(models.Model):
    """What was decided about an offer: who, when, what and why; `kept` is who stays of two who are one.

    Without an editor, the archive itself joined them by a second sign. A decision is taken back by another one that
    opens the offer again. The database refuses an update by a trigger (migration 0004).
    """

    offer = models.ForeignKey(PersonOffer, on_delete=models.PROTECT, related_name="decisions")
    state = models.CharField(max_length=10, choices=PersonOffer.State)
    kept = models.ForeignKey("articles.Person", null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["offer_id", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="same", kept__isnull=False)
                | (models.Q(state__in=["open", "different"]) & models.Q(kept__isnull=True)),
                name="decision_says_who_stays",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.offer}: {self.get_state_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnlyError("Decisions are append-only: add another one instead of changing this.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise AppendOnlyError("Decisions are append-only: they cannot be deleted.")

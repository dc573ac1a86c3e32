"""Merge candidates among publishers: two whose names are nearly equal, and what was decided about them."""

from django.db import models

from articles.models.pair import DIFFERENT, OPEN, SAME, KeptDecision, pair_constraints, says_who_stays
from articles.models.publisher import Publisher
from articles.names.publishers import PublisherVariant


class PublisherKey(models.Model):
    """One key by which a Publisher is found among those of nearly equal names (articles/names/publishers.py)."""

    publisher = models.ForeignKey(Publisher, on_delete=models.CASCADE, related_name="keys")
    key = models.CharField(max_length=80, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["publisher", "key"], name="publisher_key_once")]

    def __str__(self) -> str:
        return self.key


class PublisherCandidate(models.Model):
    """Two Publishers that may be one; `state` is the last decision's: open until there is one.

    Two become a candidate once, so what was rejected is never asked again.
    """

    class Kind(models.TextChoices):
        SPACING = PublisherVariant.SPACING.value, "the same letters, divided otherwise"
        ARTICLE = PublisherVariant.ARTICLE.value, "with or without “The”"
        ADDRESS = PublisherVariant.ADDRESS.value, "a web address and a name"
        ADDITION = PublisherVariant.ADDITION.value, "with or without an addition"
        SLIP = PublisherVariant.SLIP.value, "one letter that differs"

    class State(models.TextChoices):
        OPEN = OPEN, "open"
        SAME = SAME, "one publisher"
        DIFFERENT = DIFFERENT, "two publishers"

    first = models.ForeignKey(Publisher, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Publisher, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=15, choices=Kind)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["state", "-id"], name="publisher_candidate_by_state")]
        constraints = pair_constraints("publisher_candidate")

    def __str__(self) -> str:
        return f"{self.first} and {self.second}"


class PublisherDecision(KeptDecision):
    """What an editor decided about a candidate; `kept` is the one that stays of two that are one.

    The database refuses an update by a trigger (migration 0016).
    """

    candidate = models.ForeignKey(PublisherCandidate, on_delete=models.PROTECT, related_name="decisions")
    state = models.CharField(max_length=10, choices=PublisherCandidate.State)
    kept = models.ForeignKey(Publisher, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["candidate_id", "pk"]
        constraints = [says_who_stays("publisher_decision_says_who_stays")]

    def __str__(self) -> str:
        return f"{self.candidate}: {self.get_state_display()}"

"""Merge candidates: two Persons whose names may be one person's, and what was decided about them."""

from django.db import models

from articles.extraction.people.variants import NameVariant
from articles.models.pair import DIFFERENT, OPEN, SAME, KeptDecision, pair_constraints, says_who_stays


class MergeCandidate(models.Model):
    """Two Persons of variant names; `corroboration` is what bore it out, where the archive merged them by itself.

    `state` is the last decision's: open until there is one. Two Persons become a candidate once, so what was rejected
    is never asked again. `reach` is in how many places the archive names the rarer of the two (identity/reach.py).
    """

    class Kind(models.TextChoices):
        SPELLING = NameVariant.SPELLING.value, "one name in two spellings"
        SHORT_FORM = NameVariant.SHORT_FORM.value, "a short or other form of the given name"
        LEFT_OUT = NameVariant.LEFT_OUT.value, "a middle name left out"
        INITIAL = NameVariant.INITIAL.value, "an initial for a name"
        GENERATION = NameVariant.GENERATION.value, "one with Jr., Sr. or a number: perhaps father and son"
        SLIP = NameVariant.SLIP.value, "one letter that differs"
        SEVERAL = NameVariant.SEVERAL.value, "more than one difference"
        EDITOR = "editor", "put together by an editor"
        SPLIT = "split", "two people of one name, put apart by an editor"

    class State(models.TextChoices):
        OPEN = OPEN, "open"
        SAME = SAME, "one person"
        DIFFERENT = DIFFERENT, "two people"

    first = models.ForeignKey("articles.Person", on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey("articles.Person", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=15, choices=Kind)
    corroboration = models.CharField(max_length=350, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    reach = models.PositiveIntegerField(default=0, db_default=0)

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["state", "-id"], name="merge_candidate_by_state"),
            models.Index(fields=["state", "-reach", "-id"], name="merge_candidate_by_reach"),
        ]
        constraints = pair_constraints("merge_candidate")

    def __str__(self) -> str:
        return f"{self.first} and {self.second}"


class MergeDecision(KeptDecision):
    """What was decided about a merge candidate: who, when, what and why; `kept` is who stays of two who are one.

    Without an editor, the archive itself merged them by a corroboration. A decision is taken back by another one that
    opens the candidate again. The database refuses an update by a trigger (migrations 0004 and 0007).
    """

    candidate = models.ForeignKey(MergeCandidate, on_delete=models.PROTECT, related_name="decisions")
    state = models.CharField(max_length=10, choices=MergeCandidate.State)
    kept = models.ForeignKey("articles.Person", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["candidate_id", "pk"]
        constraints = [says_who_stays("decision_says_who_stays")]

    def __str__(self) -> str:
        return f"{self.candidate}: {self.get_state_display()}"

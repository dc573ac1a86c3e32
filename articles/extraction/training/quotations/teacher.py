"""A teacher: stands in for the learnt decisions while an article is read, and answers as its annotators did.

The article is read on as if every decision before were right, and each claim that the rules would ask about
becomes one lesson.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ...decisions import Claim, Conjunctions, Decisions, conjoined
from .gold import GoldArticle, GoldQuotation, overlap, trimmed

STEPS = ("speech", "speaker", "report")  # decisions that lead to findings
ON_FINDINGS = ("marked_finding", "indirect_finding")  # decisions on what was found
_SAME = 0.5  # from this overlap on the words are the same
_SAME_MARKED = 0.8  # from this one on a finding between marks is right
_DOUBTFUL = 0.3  # overlap with doubtful words from which nothing is learnt
_SILENCE = 0.5  # what the teacher answers where annotators say nothing


@dataclass(frozen=True)
class Lesson:
    """What a claim looked like in which article, and whether it held."""

    decision: str
    article: str
    features: tuple[str, ...]
    holds: bool
    weight: float = 1.0  # beside other lessons


@dataclass
class Teacher:
    """Knows the annotations of one article; `offsets` are where its passages begin in its text."""

    article: GoldArticle
    offsets: Sequence[int]
    lessons: list[Lesson] = field(default_factory=list)

    def decisions(self) -> Decisions:
        """Return the decisions of the steps, answered by this teacher; none on whether what they find is right."""
        return Decisions(**{name: _Subject(self, name) for name in STEPS})

    def of_findings(self, learnt: Decisions) -> Decisions:
        """Return learnt decisions of the steps, and the teacher's on whether what they find is right."""
        return replace(learnt, **{name: _Subject(self, name) for name in ON_FINDINGS})

    def holds(self, decision: str, claim: Claim) -> bool | None:
        """Return whether a claim holds by the annotations, None where they say nothing of it.

        The steps learn nothing from what annotators doubt; a finding that they found too is right, doubt or not.
        """
        if claim.marked not in self.article.annotated:
            return None
        gold = self._same_words(claim, decision)
        if gold is None:
            return None if decision == "speaker" or self._doubtful(claim) else False
        if gold.doubtful and decision not in ON_FINDINGS:
            return None
        return True if decision == "speech" else gold.is_by(claim.name, claim.words)

    def _same_words(self, claim: Claim, decision: str) -> GoldQuotation | None:
        marked = claim.marked
        places = self._places(claim)
        near = [
            (max(overlap(place, (one.start, one.end)) for place in places), number)
            for number, one in enumerate(self.article.quotations)
            if one.marked == marked
        ]
        share, number = max(near, default=(0.0, 0))
        return (
            self.article.quotations[number]
            if share >= (_SAME_MARKED if decision == "marked_finding" else _SAME)
            else None
        )

    def _doubtful(self, claim: Claim) -> bool:
        return any(
            one.doubtful and overlap(place, (one.start, one.end)) > _DOUBTFUL
            for one in self.article.quotations
            for place in self._places(claim)
        )

    def _places(self, claim: Claim) -> list[tuple[int, int]]:
        at = self.offsets
        return [
            trimmed(self.article.text, at[span.passage] + span.start, at[span.passage] + span.end)
            for span in claim.spans
        ]


@dataclass
class _Subject:
    """One decision as the teacher answers it."""

    teacher: Teacher
    name: str

    def probability(self, features: Sequence[str], claim: Claim, together: Conjunctions = ()) -> float:
        """Return 1 where the claim holds by the annotations and 0 where it does not, and note the lesson."""
        holds = self.teacher.holds(self.name, claim)
        if holds is None:
            return _SILENCE
        seen = (*features, *conjoined(together))
        self.teacher.lessons.append(Lesson(self.name, self.teacher.article.key, seen, holds))
        return float(holds)

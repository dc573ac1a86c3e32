"""What a learnt decision is asked, and the decisions there are.

In: what the rules see of a claim as feature strings, and which of them count together. Out: the probability that the
claim holds.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

from ..findings import Span
from ..records import record


@record
class Claim:
    """What is asked about: that these words are somebody's, or this speaker's.

    `name` and `words` are the speaker's as in `FoundSpeaker`, both empty where nobody is named; `marked` tells words
    between marks from those without. A decision that weighs features does not look at the claim; a teacher, who knows
    what annotators said, does.
    """

    spans: tuple[Span, ...]
    name: str | None = None
    words: str = ""
    marked: bool = True


# Conjunctions of features: the first of each row holds together with every other one. They are passed on as rows, as
# whoever weighs them need not make a string of each: most have no weight.
Conjunctions = Sequence[tuple[str, Sequence[str]]]


def conjoined(rows: Conjunctions) -> Iterator[str]:
    """Yield conjunctions as the features they are, "one&other"."""
    return (f"{first}&{other}" for first, others in rows for other in others)


class Decision(Protocol):
    """Says how probable a claim is."""

    def probability(self, features: Sequence[str], claim: Claim, together: Conjunctions = ()) -> float:
        """Return the probability, between 0 and 1, that the claim with these features and conjunctions holds."""
        ...


@record
class Decisions:
    """The learnt decisions; where one is None the rules decide alone."""

    speech: Decision | None = None  # are these marked words somebody's speech, or a term?
    speaker: Decision | None = None  # did this candidate say these marked words?
    report: Decision | None = None  # does this clause report what this speaker said?
    marked_finding: Decision | None = None  # is this quotation between marks right, with its speaker?
    indirect_finding: Decision | None = None  # is this one without marks?

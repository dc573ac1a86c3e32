"""Certainty: how sure it is that a quotation is its speaker's, in the three levels that readers are shown.

These are all the thresholds of confidence that pages, filters, the index and exports go by. The index keeps who is
quoted: whoever changes what is likely raises its version, so that archives build it anew.
"""

from enum import StrEnum

LEAST_SURE = 0.9  # of those above it 95 in 100 are right, by the table beside the weights
LEAST_LIKELY = 0.6  # below it nobody's name stands on a quotation, until an editor says who it was


class Certainty(StrEnum):
    """How sure it is who said something: an editor vouches for it, or by the confidence of the finding."""

    CHECKED = "checked"
    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"


LEVELS = ((LEAST_SURE, Certainty.SURE), (LEAST_LIKELY, Certainty.LIKELY), (0.0, Certainty.UNSURE))


def certainty_of(confidence: float) -> Certainty:
    """Return the level of a confidence between 0 and 1, of what no editor looked at."""
    return next(level for least, level in LEVELS if confidence >= least)

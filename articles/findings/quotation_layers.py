"""What becomes of a quotation's row: what was found lies beneath what an editor said, and shows where nobody did.

What an editor added or checked is never changed; of a quotation that is held for another reason (`is_held`) the words
and their place stay, and the rest follows what is found, but for the values that were corrected themselves.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from articles.findings.article_text import Place
from articles.models import Quotation

COLUMNS = (
    "ordinal",
    "kind",
    "text",
    "cue_words",
    "confidence",
    "evidence",
    "found",
    "found_candidates",
    "found_about",
    "found_kind",
    "found_cue",
    "found_places",
    "standing",
    "last_places",
)  # those that an extraction may change


class FoundValues(NamedTuple):
    """What is found of a quotation, as rows keep it."""

    kind: str
    text: str
    cue_words: str
    confidence: float
    evidence: list[dict[str, Any]]
    found: list[dict[str, Any]]
    found_candidates: list[dict[str, Any]] | None
    found_about: list[dict[str, str]]


def is_vouched_for(row: Quotation) -> bool:
    """Say whether an editor vouches for all that a quotation says."""
    return row.added or row.checked


def keeps_speakers(row: Quotation) -> bool:
    """Say whether who said it is an editor's word."""
    return row.corrected or is_vouched_for(row)


def keeps_subjects(row: Quotation) -> bool:
    """Say whether of whom and what it speaks is an editor's word."""
    return row.about_corrected or is_vouched_for(row)


def columns_of(row: Quotation) -> tuple[Any, ...]:
    """Return the values of COLUMNS."""
    return tuple(getattr(row, name) for name in COLUMNS)


def find_again(row: Quotation, values: FoundValues, places: Callable[[], Sequence[Place]]) -> None:
    """Set a row to what is found at some places, as far as no editor said something else."""
    row.found, row.found_candidates, row.found_about = values.found, values.found_candidates, values.found_about
    vouched = is_vouched_for(row)
    row.kind, row.found_kind = _layers(row.kind, values.kind, row.kind_corrected or vouched)
    row.cue_words, row.found_cue = _layers(row.cue_words, values.cue_words, row.cue_corrected or vouched)
    if not keeps_speakers(row):
        row.confidence, row.evidence = values.confidence, values.evidence
    if row.is_held:
        row.found_places = [list(place) for place in places()]
    else:
        row.text, row.found_places = values.text, None
        stand(row)


def _layers(shown: str, found: str, keeps: bool) -> tuple[str, str]:
    """Return what is shown and what lies beneath it, which is nothing where what was found is shown."""
    return (shown, found) if keeps else (found, "")


def stand(row: Quotation) -> None:
    """Have a row stand in the text."""
    row.standing, row.last_places = Quotation.Standing.STANDS, None


def go(row: Quotation, places: Sequence[Place]) -> None:
    """Have a row stand nowhere any more, but for where it stood last; a rejected one stays rejected."""
    if row.standing == Quotation.Standing.STANDS:
        row.standing = Quotation.Standing.GONE
    row.last_places = [list(place) for place in places]

"""Clauses of a report beside the one that holds marks: "she said tolls would stay and that farmers were “angry”".

In: a report's words and which of them stand between marks. Out: word ranges that are reported without any mark.
"""

from ..lexicons import CLAUSES
from ..text.analysis import AnalysedParagraph
from ..word_classes import THAT
from .content_clauses import content_kind
from .content_start import SUBJECTS, pauses

_FEWEST = 3  # words of a clause that stands alone
_LINKS = CLAUSES["link"]
_RELATIVES = CLAUSES["relative"]
_SIDES = CLAUSES["side_by_side"]

Range = tuple[int, int]


def clauses_beside_marks(paragraph: AnalysedParagraph, words: Range) -> list[Range]:
    """Return the clauses of reported words that stand before and behind the one that holds marks."""
    first, last = words
    marked = [at for at in range(first, last) if paragraph.quoted[at]]
    joints = [at for at in range(first + 1, last - 1) if _is_joint(paragraph, at)]
    opens = max((at for at in joints if at < marked[0]), default=first)
    closes = min((at for at in joints if at > marked[-1]), default=last)
    return [one for one in ((first, opens), (_after_link(paragraph, closes), last)) if _stands_alone(paragraph, one)]


def _after_link(paragraph: AnalysedParagraph, at: int) -> int:
    return at + 1 if at < len(paragraph.lowers) and paragraph.lowers[at] in _LINKS else at


def _stands_alone(paragraph: AnalysedParagraph, words: Range) -> bool:
    """Say whether words are a clause that can be reported alone."""
    first, last = words
    return last - first >= _FEWEST and content_kind(paragraph, first, last) in ("that", "subject", "clause")


def _is_joint(paragraph: AnalysedParagraph, at: int) -> bool:
    """Say whether a clause begins: "and that", ", but he", ", whom", ", while"."""
    if paragraph.quoted[at]:
        return False
    lower, after = paragraph.lowers[at], paragraph.lowers[at + 1]
    if lower in _LINKS:
        return after in THAT or (pauses(paragraph, at) and after in SUBJECTS)
    return pauses(paragraph, at) and (lower in _RELATIVES or lower in _SIDES)

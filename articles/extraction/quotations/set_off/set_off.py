"""Words set off without marks, and who is named in some words of a paragraph."""

from bisect import bisect_left

from ...findings import Span
from ...grammar.nominals import MentionIndex, Nominal
from ...grammar.sentence_context import Attribution
from ...records import record
from ...text.analysis import AnalysedParagraph


@record
class SetOff:
    """What is set off, one span for each paragraph, and who is said to have said or written it, if anybody."""

    spans: tuple[Span, ...]
    attribution: Attribution | None


def nominal_within(paragraph: AnalysedParagraph, start: int, end: int, mentions: MentionIndex) -> Nominal | None:
    """Return who is named in a half-open range of a paragraph: a person, else the words as a body's name."""
    first, last = bisect_left(paragraph.starts, start), bisect_left(paragraph.starts, end)
    if first >= last:
        return None
    for at in range(first, last):
        if mention := mentions.people.get((paragraph.index, at)):
            return Nominal(mention.first, mention.last, "person", mention.person)
    return Nominal(first, last, "organisation")


def whole(paragraph: AnalysedParagraph) -> Span:
    """Return all words of a paragraph, without the blanks around them."""
    text = paragraph.text
    return Span(paragraph.index, len(text) - len(text.lstrip()), len(text.rstrip()))

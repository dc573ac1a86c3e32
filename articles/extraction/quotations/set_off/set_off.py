"""Words set off without marks, and who is named in some words of a paragraph."""

from bisect import bisect_left
from collections import Counter

from ...findings import Span
from ...grammar.nominals import MentionIndex, Nominal
from ...grammar.sentence_context import Attribution
from ...records import record
from ...text.analysis import AnalysedParagraph


@record
class SetOff:
    """What is set off, one span for each paragraph, and who is said to have said or written it."""

    spans: tuple[Span, ...]
    attribution: Attribution


def nominal_within(paragraph: AnalysedParagraph, start: int, end: int, mentions: MentionIndex) -> Nominal | None:
    """Return who is named in a half-open range of a paragraph: a person, else the words as a body's name."""
    first, last = bisect_left(paragraph.starts, start), bisect_left(paragraph.starts, end)
    if first >= last:
        return None
    for at in range(first, last):
        if mention := mentions.people.get((paragraph.index, at)):
            return Nominal(mention.first, mention.last, "person", mention.person)
    return Nominal(first, last, "organisation")


def most_named(before: int, mentions: MentionIndex) -> tuple[int, Nominal] | None:
    """Return the first mention of the person who is named most before a paragraph."""
    named = Counter(one.person for (at, _), one in mentions.people.items() if at < before)
    if not named:
        return None
    person = named.most_common(1)[0][0]
    place, mention = min((key, one) for key, one in mentions.people.items() if one.person == person and key[0] < before)
    return place[0], Nominal(mention.first, mention.last, "person", person)


def whole(paragraph: AnalysedParagraph) -> Span:
    """Return all words of a paragraph, without the blanks around them."""
    text = paragraph.text
    return Span(paragraph.index, len(text) - len(text.lstrip()), len(text.rstrip()))

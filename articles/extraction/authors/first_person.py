"""The first person of an article: whether an "I" that says a quotation is who wrote the article, or somebody quoted.

Whoever says "I" in words that somebody else says or writes (an answer, a letter, a statement set below a colon) is not
the author, nor is anybody in a piece that was written down by another ("as told to"). "We" is nobody by name.
"""

import re
from collections.abc import Sequence

from ..findings import FoundQuotation, QuotationKind, Span, SpeakerKind
from ..text.analysis import AnalysedArticle, AnalysedParagraph

_NEAR = 12  # paragraphs that a statement set below a colon may go on for
_EDGE = 3  # paragraphs at either end that may say who wrote the piece down
_TOLD_TO = re.compile(r"\bas told (?:to|by)\b", re.IGNORECASE)


def in_first_person(quotation: FoundQuotation) -> bool:
    """Say whether "I" says marked words; what it says without marks is the article itself."""
    marked = quotation.kind in (QuotationKind.DIRECT, QuotationKind.MIXED)
    speaker = quotation.speakers[0] if len(quotation.speakers) == 1 else None
    return marked and speaker is not None and speaker.kind == SpeakerKind.UNNAMED and speaker.words == "I"


def is_written_down(article: AnalysedArticle) -> bool:
    """Say whether another wrote down what the article tells: “as told to Jo Holm”."""
    edges = (*article.paragraphs[:_EDGE], *article.paragraphs[-_EDGE:])
    return any(_TOLD_TO.search(paragraph.text) for paragraph in edges)


def is_articles_own(quotation: FoundQuotation, others: Sequence[FoundQuotation], article: AnalysedArticle) -> bool:
    """Say whether the "I" that says a quotation is the article's, in none of the words that others say in it."""
    place = quotation.speakers[0].span if in_first_person(quotation) else None
    if place is None or not _is_beside(quotation, place, article) or _is_set_off(place, article):
        return False
    said = (span for one in others for span in one.spans if span.passage == place.passage)
    return not any(span.start <= place.start < span.end for span in said)


def _is_beside(quotation: FoundQuotation, place: Span, article: AnalysedArticle) -> bool:
    """Say whether an "I" stands before a quotation or right behind it: “We shall see.” I wondered why, is no cue."""
    last = quotation.spans[-1]
    if (place.passage, place.start) < (last.passage, last.start):
        return True
    text = article.paragraphs[last.passage].text
    between = text[last.end : place.start] if place.passage == last.passage else "elsewhere"
    return not between.strip("”\"’', ") and text[last.end - 1] not in ".…"


def _is_set_off(place: Span, article: AnalysedArticle) -> bool:
    """Say whether a colon shortly before may announce the paragraph as somebody else's words.

    It does not where the article itself says "I" before them, nor where marked words open a paragraph in between.
    """
    for number in range(place.passage - 1, max(0, place.passage - _NEAR) - 1, -1):
        paragraph = article.paragraphs[number]
        if paragraph.text.rstrip().endswith(":"):
            return not any(map(_says_i, article.paragraphs[: number + 1]))
        if paragraph.outer and paragraph.outer[0].start == 0:
            return False
    return False


def _says_i(paragraph: AnalysedParagraph) -> bool:
    return any(word.text == "I" and not quoted for word, quoted in zip(paragraph.words, paragraph.quoted, strict=True))

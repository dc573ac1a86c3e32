"""The first person of an article: whether an "I" that says a quotation is who wrote the article, or somebody quoted.

Whoever says "I" in words that somebody else says or writes (an answer, a letter, a statement set below a colon) is not
the author, nor is anybody in a piece that was written down by another ("as told to"). "We" is nobody by name.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate

from ..findings import FoundQuotation, QuotationKind, Span, SpeakerKind
from ..lexicons import PERSONS
from ..text.analysis import AnalysedArticle, AnalysedParagraph
from .bylines import TOLD_TO

_MARKED, _UNNAMED = (QuotationKind.DIRECT, QuotationKind.MIXED), SpeakerKind.UNNAMED
_I = PERSONS["i"]
_NEAR = 12  # paragraphs that a statement set below a colon may go on for
_EDGE = 3  # paragraphs at either end that may say who wrote the piece down


def in_first_person(quotation: FoundQuotation) -> bool:
    """Say whether "I" says marked words; what it says without marks is the article itself."""
    speaker = quotation.speakers[0] if len(quotation.speakers) == 1 else None
    return speaker is not None and speaker.words in _I and speaker.kind == _UNNAMED and quotation.kind in _MARKED


def is_written_down(article: AnalysedArticle) -> bool:
    """Say whether another wrote down what the article tells: “as told to Jo Holm”."""
    edges = (*article.paragraphs[:_EDGE], *article.paragraphs[-_EDGE:])
    return any(TOLD_TO.search(paragraph.text) for paragraph in edges)


class ArticlesOwn:
    """Tells which "I" of an article is the article's; what all its quotations have in common is worked out once."""

    def __init__(self, quotations: Sequence[FoundQuotation], article: AnalysedArticle) -> None:
        self.article = article
        self.said = _Said(quotations)
        spoken = (paragraph.index for paragraph in article.paragraphs if _says_i(paragraph))
        self.first_i = next(spoken, len(article.paragraphs))  # the paragraph in which the article itself says "I" first

    def says(self, quotation: FoundQuotation) -> bool:
        """Say whether the "I" that says a quotation is the article's, in none of the words that others say in it."""
        place = quotation.speakers[0].span if in_first_person(quotation) else None
        if place is None or not _is_beside(quotation, place, self.article) or self._is_set_off(place):
            return False
        return not self.said.holds(place)

    def _is_set_off(self, place: Span) -> bool:
        """Say whether a colon shortly before may announce the paragraph as somebody else's words.

        It does not where the article itself says "I" before them, nor where marked words open a paragraph in between.
        """
        for number in range(place.passage - 1, max(0, place.passage - _NEAR) - 1, -1):
            paragraph = self.article.paragraphs[number]
            if paragraph.text.rstrip().endswith(":"):
                return self.first_i > number
            if paragraph.outer and paragraph.outer[0].start == 0:
                return False
        return False


class _Said:
    """Where the words of quotations stand: for each passage where they begin, and how far those so far reach."""

    def __init__(self, quotations: Sequence[FoundQuotation]) -> None:
        spans: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for span in (span for one in quotations for span in one.spans):
            spans[span.passage].append((span.start, span.end))
        self.starts = {passage: sorted(start for start, _ in found) for passage, found in spans.items()}
        self.reach = {
            passage: list(accumulate((end for _, end in sorted(found)), max)) for passage, found in spans.items()
        }

    def holds(self, place: Span) -> bool:
        """Say whether a place begins within the words of a quotation."""
        before = bisect_right(self.starts.get(place.passage, ()), place.start)
        return before > 0 and self.reach[place.passage][before - 1] > place.start


def _is_beside(quotation: FoundQuotation, place: Span, article: AnalysedArticle) -> bool:
    """Say whether an "I" stands before a quotation or right behind it: “We shall see.” I wondered why, is no cue."""
    last = quotation.spans[-1]
    if (place.passage, place.start) < (last.passage, last.start):
        return True
    text = article.paragraphs[last.passage].text
    between = text[last.end : place.start] if place.passage == last.passage else "elsewhere"
    return not between.strip("”\"’', ") and text[last.end - 1] not in ".…"


def _says_i(paragraph: AnalysedParagraph) -> bool:
    return any(word.text in _I and not quoted for word, quoted in zip(paragraph.words, paragraph.quoted, strict=True))

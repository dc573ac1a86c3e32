"""The matches of a query in a whole article, numbered in reading order, and the marks that show them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.models import Paragraph
from articles.models.paragraph import HEADINGS
from articles.templatetags.marks import TextMark
from search.language.highlighting import HighlightTerms, TextSpan, highlight


@dataclass(frozen=True, slots=True)
class MatchedParagraph:
    """A paragraph with its matches: half-open spans of its text, the first of them numbered `first`, from 1."""

    paragraph: Paragraph
    spans: tuple[TextSpan, ...]
    first: int

    @property
    def numbers(self) -> range:
        """The numbers of its matches in the article."""
        return range(self.first, self.first + len(self.spans))

    @property
    def marks(self) -> list[TextMark]:
        """What to mark in the paragraph; each match has an address, `#m3`."""
        numbered = zip(self.numbers, self.spans, strict=True)
        return [TextMark(start, end, "hit", key=f"m{number}") for number, (start, end) in numbered]


def matches_in(paragraphs: Iterable[Paragraph], marks: HighlightTerms, only_quoted: bool) -> list[MatchedParagraph]:
    """Return the paragraphs that have matches, in the order of the article's page.

    With `only_quoted`, only what stands in quotations is looked at; the paragraphs' quotations must be prefetched.
    """
    matched: list[MatchedParagraph] = []
    first = 1
    for paragraph in sorted(paragraphs, key=_headings_first):
        spans = highlight(marks, paragraph.text)
        if only_quoted and spans:
            spans = tuple(_in_quotations(paragraph, spans))
        if spans:
            matched.append(MatchedParagraph(paragraph, spans, first))
            first += len(spans)
    return matched


def _headings_first(paragraph: Paragraph) -> int:
    return HEADINGS.index(paragraph.kind) if paragraph.kind in HEADINGS else len(HEADINGS)


def _in_quotations(paragraph: Paragraph, spans: Iterable[TextSpan]) -> Iterator[TextSpan]:
    """Keep what lies in quotations, as they are searched: of every kind, but for marked words that nobody said."""
    quoted = [(row.start, row.end) for row in paragraph.quotation_spans.all() if row.quotation.is_said]
    return (span for span in spans if any(start <= span[0] and span[1] <= end for start, end in quoted))

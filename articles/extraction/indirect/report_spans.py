"""Where reported words stand: from word ranges to spans of code points, without direct quotations."""

from bisect import bisect_left

from ..findings import FoundQuotation, QuotationKind, Span
from ..text.analysis import AnalysedParagraph
from .reported_speech import ReportedSpeech

_BEFORE_FIGURES = ("$", "£", "€", "¥")
_FEWEST = 3  # words that are left of a clause once a direct quotation is cut from it


def spans_without_direct(
    paragraph: AnalysedParagraph, report: ReportedSpeech, marked: list[FoundQuotation]
) -> tuple[Span, ...]:
    """Return the spans of a report, cut before a direct quotation in it; none where hardly a word is left."""
    spans: list[Span] = []
    for first, last in report.ranges:
        span = span_of(paragraph, first, last)
        for direct in marked:
            if (
                direct.kind == QuotationKind.DIRECT
                and holds((span,), direct)
                and not _runs_on(paragraph, first, direct)
            ):
                last = bisect_left(paragraph.starts, direct.spans[0].start, first, last)
                break
        if last == report.ranges[len(spans)][1]:
            spans.append(span)
        elif last - first >= _FEWEST:
            spans.append(span_of(paragraph, first, last))
        else:
            return ()
    return tuple(spans)


def _runs_on(paragraph: AnalysedParagraph, first: int, direct: FoundQuotation) -> bool:
    """Say whether marked words stand in the clause without a pause before them: he said the “Plan.” was old."""
    before = paragraph.text[paragraph.starts[first] : direct.spans[0].start].rstrip("“”\"'‘’«»„` ")
    return bool(before) and before[-1].isalnum()


def holds(spans: tuple[Span, ...], quotation: FoundQuotation) -> bool:
    """Say whether a part of a quotation lies inside one of these spans."""
    return any(
        outer.passage == inner.passage and outer.start <= inner.start and inner.end <= outer.end
        for outer in spans
        for inner in quotation.spans
    )


def span_of(paragraph: AnalysedParagraph, first: int, last: int) -> Span:
    """Return the place of words, with the marks that begin or end there, and with what belongs to a figure: $5, 5%."""
    start, end = paragraph.starts[first], paragraph.ends[last - 1]
    start -= paragraph.text[start - 1 : start] in _BEFORE_FIGURES if start else 0
    end += paragraph.text[end : end + 1] == "%"
    number = paragraph.quoted[last - 1]
    if number:
        end = max(end, paragraph.outer[number - 1].end)
    number = paragraph.quoted[first]
    if number:
        start = min(start, paragraph.outer[number - 1].start)
    return Span(paragraph.index, start, end)

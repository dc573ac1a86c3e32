"""The passages of an article that a quotation stands in and that its evidence stands on, marked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.extraction.findings import EvidenceStep
from articles.models import Paragraph
from articles.queries.quotations import QuotationPage
from articles.templatetags.marks import TextMark

WHOLE = 900  # code points up to which a paragraph is shown as a whole
AROUND = 300  # code points shown on either side of what is marked in a longer one

CSS = {EvidenceStep.CUE: "evidence-cue", EvidenceStep.SPEAKER_WORDS: "evidence-asked"}


@dataclass(frozen=True, slots=True)
class MarkedPassage:
    """A stretch of a paragraph with its marks, which count from its beginning; `own` holds the quotation itself."""

    paragraph: Paragraph
    own: bool
    text: str
    marks: list[TextMark]


def passages(page: QuotationPage) -> list[MarkedPassage]:
    """Return the passages of a quotation's page, in reading order."""
    own = {span.paragraph_id for span in page.entry.quotation.spans.all()}
    return [_passage(paragraph, list(_marks(page, paragraph)), paragraph.pk in own) for paragraph in page.paragraphs]


def _marks(page: QuotationPage, paragraph: Paragraph) -> Iterator[TextMark]:
    quotation = page.entry.quotation
    for span in quotation.spans.all():
        if span.paragraph_id == paragraph.pk:
            yield TextMark(span.start, span.end, f"quotation {quotation.kind}")
    for step in page.evidence.steps:
        if step.paragraph and step.paragraph.pk == paragraph.pk:
            numbered = 0 if step.step == EvidenceStep.CUE else step.number
            yield TextMark(step.start, step.end, CSS.get(step.step, "evidence-candidate"), step.name, number=numbered)
    for subject, steps in page.evidence.about:
        for step in steps:
            if step.paragraph and step.paragraph.pk == paragraph.pk:
                yield TextMark(step.start, step.end, f"{subject.kind} first", f"About {subject.who}")


def _passage(paragraph: Paragraph, marks: list[TextMark], own: bool) -> MarkedPassage:
    start, end = _stretch(paragraph.text, marks)
    text = ("…" if start else "") + paragraph.text[start:end] + ("…" if end < len(paragraph.text) else "")
    return MarkedPassage(paragraph, own, text, [mark.moved(bool(start) - start) for mark in marks])


def _stretch(text: str, marks: Iterable[TextMark]) -> tuple[int, int]:
    """Return what is shown of a text, a half-open stretch: all of it, or what lies around its marks, cut at words."""
    places = [(mark.start, mark.end) for mark in marks]
    if len(text) <= WHOLE or not places:
        return 0, len(text)
    start = max(0, min(start for start, _ in places) - AROUND)
    end = min(len(text), max(end for _, end in places) + AROUND)
    if start:
        start = text.find(" ", start, start + AROUND) + 1 or start
    if end < len(text) and (gap := text.rfind(" ", end - AROUND, end)) > 0:
        end = gap
    return start, end

"""The evidence for a quotation's speaker and subjects, as pages show it: each step with its place in the article."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from articles.extraction.findings import EvidenceStep
from articles.models import Correction, Paragraph, Quotation, Subject
from articles.models.evidence import EvidenceLink, evidence_links

AROUND = 60  # code points of the article shown on either side of the words that a step stands on
LONGEST = 200  # code points of those words

NAMES = {
    EvidenceStep.CUE: "Cue",
    EvidenceStep.SPEAKER_WORDS: "Speaker",
    EvidenceStep.PRONOUN: "Pronoun",
    EvidenceStep.ROLE: "Role",
    EvidenceStep.SURNAME: "Name",
    EvidenceStep.COUNTRY: "Country",
    EvidenceStep.GOES_ON: "Goes on",
    EvidenceStep.MARKS: "Marks",
    EvidenceStep.ABOUT: "About",
    EvidenceStep.REASON: "Reason",
}


@dataclass(frozen=True, slots=True)
class ShownStep:
    """One step of the chain: what it is, what it says, and the words of the article it stands on, if any."""

    name: str
    sentence: str
    anchor: str = ""
    before: str = ""
    words: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class QuotationEvidence:
    """What a page shows of a quotation's evidence.

    `found` are the speakers as the extractor has them beneath a correction; `corrections` those of this quotation,
    oldest first.
    """

    steps: list[ShownStep]
    about: list[tuple[Subject, list[ShownStep]]]
    found: list[str]
    corrections: list[Correction]


def evidence_of(
    quotations: Sequence[Quotation], paragraphs: Mapping[int, Paragraph] | None = None
) -> dict[int, QuotationEvidence]:
    """Return the evidence of each quotation by its key (2 queries, 1 where the paragraphs it stands on are at hand).

    The quotations come with their subjects prefetched.
    """
    if paragraphs is None:
        keys = {link.paragraph for row in quotations for link in _links(row) if link.paragraph}
        paragraphs = Paragraph.objects.in_bulk(keys)
    corrections = _corrections(quotations)
    return {row.pk: _evidence(row, paragraphs, corrections[row.pk]) for row in quotations}


def _corrections(quotations: Sequence[Quotation]) -> dict[int | None, list[Correction]]:
    corrections: dict[int | None, list[Correction]] = defaultdict(list)
    for correction in Correction.objects.filter(quotation__in=quotations).select_related("editor").order_by("pk"):
        corrections[correction.quotation_id].append(correction)
    return corrections


def _evidence(row: Quotation, paragraphs: Mapping[int, Paragraph], corrections: list[Correction]) -> QuotationEvidence:
    about = [(subject, _steps(evidence_links(subject.evidence), paragraphs)) for subject in row.about.all()]
    found = [speaker.get("name") or speaker.get("words") or "" for speaker in row.found]
    return QuotationEvidence(_steps(evidence_links(row.evidence), paragraphs), about, found, corrections)


def _links(row: Quotation) -> Iterable[EvidenceLink]:
    yield from evidence_links(row.evidence)
    for subject in row.about.all():
        yield from evidence_links(subject.evidence)


def _steps(chain: Sequence[EvidenceLink], paragraphs: Mapping[int, Paragraph]) -> list[ShownStep]:
    return [_step(link, paragraphs.get(link.paragraph or 0)) for link in chain]


def _step(link: EvidenceLink, paragraph: Paragraph | None) -> ShownStep:
    name = NAMES[link.step]
    if paragraph is None or not link.start < link.end <= len(paragraph.text):
        return ShownStep(name, link.sentence)
    text, start, end = paragraph.text, link.start, min(link.end, link.start + LONGEST)
    return ShownStep(name, link.sentence, paragraph.anchor, _before(text, start), text[start:end], _after(text, end))


def _before(text: str, start: int) -> str:
    """Return the words before a place, as many as are shown."""
    if start <= AROUND:
        return text[:start]
    cut = text[start - AROUND : start]
    return "…" + cut[cut.find(" ") + 1 :]


def _after(text: str, end: int) -> str:
    """Return the words after a place, as many as are shown."""
    if len(text) <= end + AROUND:
        return text[end:]
    cut = text[end : end + AROUND]
    return cut[: cut.rfind(" ") if " " in cut else None] + "…"

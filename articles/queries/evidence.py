"""The evidence for a quotation's speaker and subjects, as its page shows it: each step with its place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from articles.extraction import EXTRACTOR_VERSION
from articles.extraction.confidence.borne_out import borne_out
from articles.extraction.findings import EvidenceStep, QuotationKind
from articles.models import Correction, Paragraph, Quotation, Speaker, Subject
from articles.models.evidence import EvidenceLink, evidence_links
from articles.models.withheld_person import withheld

LONGEST = 200  # code points of the words that a step stands on, as far as they are shown

NAMES = {
    EvidenceStep.CUE: "Cue",
    EvidenceStep.SPEAKER_WORDS: "Speaker",
    EvidenceStep.PRONOUN: "Pronoun",
    EvidenceStep.ROLE: "Role",
    EvidenceStep.SURNAME: "Name",
    EvidenceStep.AUTHOR: "Author",
    EvidenceStep.NAMESAKE: "Name",
    EvidenceStep.COUNTRY: "Country",
    EvidenceStep.GOES_ON: "Goes on",
    EvidenceStep.MARKS: "Marks",
    EvidenceStep.ABOUT: "About",
    EvidenceStep.REASON: "Reason",
}


@dataclass(frozen=True, slots=True)
class ShownStep:
    """One step of the chain: its number in it (from 1), what it is, what it says, and where it stands.

    Its place is a half-open stretch of code points of the paragraph; a step that stands on no words has none.
    """

    number: int
    step: EvidenceStep
    sentence: str
    paragraph: Paragraph | None = None
    start: int = 0
    end: int = 0

    @property
    def name(self) -> str:
        """What the step is, in a word."""
        return NAMES[self.step]

    @property
    def words(self) -> str:
        """The words of the article that it stands on, or nothing."""
        return self.paragraph.text[self.start : min(self.end, self.start + LONGEST)] if self.paragraph else ""

    @property
    def rest(self) -> str:
        """The sentence without the words that it begins with, for where those are shown before it."""
        return self.sentence.removeprefix(f"“{self.words}” ")


@dataclass(frozen=True, slots=True)
class QuotationEvidence:
    """What a page shows of a quotation's evidence.

    `borne_out` is how many of how many such findings annotators judged to be right, None where that was not counted.
    `found` are the speakers as the extractor has them beneath a correction; `corrections` those of this quotation,
    oldest first. Where pages do not show a speaker, `is_withheld`, they would name them: none of these is there.
    """

    steps: list[ShownStep]
    about: list[tuple[Subject, list[ShownStep]]]
    found: list[str]
    corrections: list[Correction]
    is_withheld: bool = False
    borne_out: tuple[int, int] | None = None


def evidence_of(quotation: Quotation, paragraphs: Mapping[int, Paragraph], is_withheld: bool) -> QuotationEvidence:
    """Return a quotation's evidence, its places among these paragraphs by their keys (1 query).

    The quotation comes with its article, and with its subjects prefetched; `is_withheld`: it has a speaker whom pages
    do not show.
    """
    about = [(subject, _steps(subject.evidence, paragraphs)) for subject in quotation.about.all()]
    counted = _borne_out(quotation)
    if is_withheld:
        return QuotationEvidence([], about, [], [], is_withheld=True, borne_out=counted)
    corrections = Correction.objects.filter(quotation=quotation).select_related("editor").order_by("pk")
    found = [speaker.get("name") or speaker.get("words") or "" for speaker in quotation.found]
    return QuotationEvidence(_steps(quotation.evidence, paragraphs), about, found, list(corrections), borne_out=counted)


def _borne_out(quotation: Quotation) -> tuple[int, int] | None:
    """Return what was counted of such findings of this extractor; of another one it says nothing."""
    if quotation.article.extractor_version != EXTRACTOR_VERSION:
        return None
    return borne_out(QuotationKind(quotation.kind), quotation.confidence)


def has_withheld_speaker() -> Exists:
    """Return the condition, for a query of quotations, that pages leave out one of the speakers."""
    return Exists(Speaker.every.filter(quotation=OuterRef("pk"), person__in=withheld()))


def paragraphs_stood_on(quotation: Quotation) -> set[int]:
    """Return the keys of the paragraphs that the evidence stands on; some of them may be gone."""
    stored = [quotation.evidence, *(subject.evidence for subject in quotation.about.all())]
    return {link.paragraph for chain in stored for link in evidence_links(chain) if link.paragraph}


def _steps(chain: Sequence[dict[str, object] | str], paragraphs: Mapping[int, Paragraph]) -> list[ShownStep]:
    links: Iterable[EvidenceLink] = evidence_links(chain)
    return [_step(n, link, paragraphs.get(link.paragraph or 0)) for n, link in enumerate(links, start=1)]


def _step(number: int, link: EvidenceLink, paragraph: Paragraph | None) -> ShownStep:
    if paragraph is None or not link.start < link.end <= len(paragraph.text):
        return ShownStep(number, link.step, link.sentence)
    return ShownStep(number, link.step, link.sentence, paragraph, link.start, link.end)

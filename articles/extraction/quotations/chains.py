"""Chains of evidence: a quotation with the links that lead from its cue to its speaker, in words for a reader."""

from ..findings import Evidence, EvidenceStep, FoundQuotation, FoundSpeaker, QuotationKind, Span
from ..grammar.scenes import Attribution
from ..speakers.evidence import chain_of, span_of_first
from ..speakers.references import Meant
from .stretches import Stretch


def said(stretch: Stretch, attribution: Attribution, meant: tuple[Meant, ...]) -> FoundQuotation:
    """Return the words as said by those whom the attribution's words mean."""
    cue, words = _cue(attribution)
    speakers = tuple(one.speaker for one in meant)
    sure = round(attribution.certainty * min((one.certainty for one in meant), default=1.0), 2)
    chain = chain_of(cue, words, meant, attribution.reason)
    return FoundQuotation(stretch.marked.parts, stretch.kind, speakers, cue, words, sure, chain)


def goes_on(stretch: Stretch, meant: tuple[Meant, ...], certainty: float, sentence: str) -> FoundQuotation:
    """Return the words as a speech that goes on."""
    speakers = tuple(one.speaker for one in meant)
    links = tuple(link for one in meant for link in one.links)
    chain = (Evidence(EvidenceStep.GOES_ON, sentence, span_of_first(speakers)), *links)
    return FoundQuotation(stretch.marked.parts, stretch.kind, speakers, confidence=certainty, evidence=chain)


def unsaid(stretch: Stretch) -> FoundQuotation:
    """Return the words as speech of nobody known."""
    sentence = "So many marked words are speech, but nothing near says whose."
    chain = (Evidence(EvidenceStep.MARKS, sentence),)
    return FoundQuotation(stretch.marked.parts, stretch.kind, confidence=0.3, evidence=chain)


def term(stretch: Stretch, sentence: str, certainty: float = 0.6) -> FoundQuotation:
    """Return the words as a term that nobody is reported to have said."""
    chain = (Evidence(EvidenceStep.MARKS, sentence),)
    return FoundQuotation(stretch.marked.parts, QuotationKind.TERM, confidence=certainty, evidence=chain)


def in_turn(spans: tuple[Span, ...], speaker: FoundSpeaker) -> FoundQuotation:
    """Return the words of one turn in a transcript."""
    sentence = f"“{speaker.words}” and a colon begin a turn of the transcript."
    chain = [Evidence(EvidenceStep.SPEAKER_WORDS, sentence, speaker.span)]
    if speaker.name and speaker.name != speaker.words:
        chain.append(Evidence(EvidenceStep.SURNAME, f"“{speaker.words}” is {speaker.name}.", speaker.span))
    return FoundQuotation(spans, QuotationKind.DIRECT, (speaker,), confidence=0.9, evidence=tuple(chain))


def _cue(attribution: Attribution) -> tuple[Span | None, str]:
    if attribution.cue is None:
        return None, ""
    paragraph = attribution.paragraph
    span = Span(
        paragraph.index, paragraph.words[attribution.cue.first].start, paragraph.words[attribution.cue.last - 1].end
    )
    return span, paragraph.text[span.start : span.end]

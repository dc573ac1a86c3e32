"""Findings of quotations between marks, each with its confidence and its chain of evidence, in words for a reader."""

from ..findings import Evidence, EvidenceStep, FoundCandidate, FoundQuotation, FoundSpeaker, QuotationKind, Span
from ..grammar.sentence_context import Attribution
from ..speakers.evidence_chain import evidence_chain, first_speaker_span
from ..speakers.resolver import ResolvedSpeaker
from .quoted_text import QuotedText

_MOST_OPEN = 0.6  # confidence of words whose last mark is missing: some of them may be the article's own


def attributed_quotation(
    quote: QuotedText, attribution: Attribution, resolved: tuple[ResolvedSpeaker, ...]
) -> FoundQuotation:
    """Return quoted words as said by the speakers to whom their attribution was resolved."""
    cue, words = _cue(attribution)
    speakers = tuple(one.speaker for one in resolved)
    confidence = attribution.confidence * min((one.confidence for one in resolved), default=1.0)
    chain = evidence_chain(cue, words, resolved, attribution.reason)
    sure = _of_open(quote, confidence)
    return FoundQuotation(
        quote.span.parts, quote.kind, speakers, cue, words, sure, chain, candidates=_rivals_of(resolved)
    )


def set_off_quotation(
    spans: tuple[Span, ...], attribution: Attribution, resolved: tuple[ResolvedSpeaker, ...]
) -> FoundQuotation:
    """Return words without marks that are set off as paragraphs, as said by the speakers of their attribution."""
    cue, words = _cue(attribution)
    confidence = round(attribution.confidence * min((one.confidence for one in resolved), default=1.0), 2)
    chain = evidence_chain(cue, words, resolved, attribution.reason)
    speakers = tuple(one.speaker for one in resolved)
    rivals = _rivals_of(resolved)
    return FoundQuotation(spans, QuotationKind.DIRECT, speakers, cue, words, confidence, chain, candidates=rivals)


def answer_of_nobody(spans: tuple[Span, ...]) -> FoundQuotation:
    """Return an answer of an interview that does not say whom it is with."""
    chain = (Evidence(EvidenceStep.MARKS, "It answers a question of an interview, but nothing near says who does."),)
    return FoundQuotation(spans, QuotationKind.DIRECT, confidence=0.4, evidence=chain)


def continued_quotation(
    quote: QuotedText, resolved: tuple[ResolvedSpeaker, ...], confidence: float, sentence: str
) -> FoundQuotation:
    """Return quoted words as a speech that goes on; `sentence` says why."""
    speakers = tuple(one.speaker for one in resolved)
    links = tuple(link for one in resolved for link in one.links)
    chain = (Evidence(EvidenceStep.GOES_ON, sentence, first_speaker_span(speakers)), *links)
    sure, rivals = _of_open(quote, confidence), _rivals_of(resolved)
    return FoundQuotation(quote.span.parts, quote.kind, speakers, confidence=sure, evidence=chain, candidates=rivals)


def unattributed_quotation(quote: QuotedText) -> FoundQuotation:
    """Return quoted words as speech of nobody known."""
    sentence = "So many marked words are speech, but nothing near says whose."
    chain = (Evidence(EvidenceStep.MARKS, sentence),)
    return FoundQuotation(quote.span.parts, quote.kind, confidence=0.3, evidence=chain)


def term_quotation(quote: QuotedText, sentence: str, confidence: float = 0.6) -> FoundQuotation:
    """Return quoted words as a term that nobody is reported to have said; `sentence` says why."""
    chain = (Evidence(EvidenceStep.MARKS, sentence),)
    return FoundQuotation(quote.span.parts, QuotationKind.TERM, confidence=confidence, evidence=chain)


def turn_quotation(spans: tuple[Span, ...], speaker: FoundSpeaker | None) -> FoundQuotation:
    """Return the words of one turn in a transcript; a turn under a letter, Q or A, is nobody's by name."""
    if speaker is None:
        chain = [Evidence(EvidenceStep.MARKS, "A letter and a colon begin a question or an answer.")]
        return FoundQuotation(spans, QuotationKind.DIRECT, confidence=0.8, evidence=tuple(chain))
    sentence = f"“{speaker.words}” and a colon begin a turn of the transcript."
    chain = [Evidence(EvidenceStep.SPEAKER_WORDS, sentence, speaker.span)]
    if speaker.name and speaker.name != speaker.words:
        chain.append(Evidence(EvidenceStep.SURNAME, f"“{speaker.words}” is {speaker.name}.", speaker.span))
    return FoundQuotation(spans, QuotationKind.DIRECT, (speaker,), confidence=0.9, evidence=tuple(chain))


def _rivals_of(resolved: tuple[ResolvedSpeaker, ...]) -> tuple[FoundCandidate, ...]:
    """Return who else than the one speaker may have said it; of several together there is no other."""
    return tuple(one.rival for one in resolved if one.rival) if len(resolved) == 1 else ()


def _of_open(quote: QuotedText, confidence: float) -> float:
    """Return a confidence, no higher than narration allows where the last mark is missing."""
    return round(confidence if quote.span.closed else min(confidence, _MOST_OPEN), 2)


def _cue(attribution: Attribution) -> tuple[Span | None, str]:
    if attribution.cue is None:
        return None, ""
    paragraph = attribution.paragraph
    span = Span(paragraph.index, paragraph.starts[attribution.cue.first], paragraph.ends[attribution.cue.last - 1])
    return span, paragraph.text[span.start : span.end]

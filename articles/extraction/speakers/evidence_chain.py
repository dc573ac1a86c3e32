"""The chain of evidence that leads from a quotation's cue over the words for its speakers to whom these words mean."""

from ..findings import Evidence, EvidenceStep, FoundSpeaker, Span
from .resolver import ResolvedSpeaker


def evidence_chain(
    cue: Span | None, words: str, resolved: tuple[ResolvedSpeaker, ...], reason: str
) -> tuple[Evidence, ...]:
    """Return the links of a quotation's chain: its cue, if it has one, the words for its speakers, whom they mean.

    `words` are the cue's words; `reason` says how the words for the speakers stand to the quotation, as the end of a
    sentence.
    """
    speakers = tuple(one.speaker for one in resolved)
    named = " and ".join(speaker.words for speaker in speakers)
    chain = [Evidence(EvidenceStep.CUE, f"“{words}” reports the words.", cue)] if cue else []
    chain.append(Evidence(EvidenceStep.SPEAKER_WORDS, f"“{named}” {reason}.", first_speaker_span(speakers)))
    return (*chain, *(link for one in resolved for link in one.links))


def first_speaker_span(speakers: tuple[FoundSpeaker, ...]) -> Span | None:
    """Return the span that names the first speaker, None where there is none."""
    return speakers[0].span if speakers else None

"""The chain of evidence from a cue over the words for the speakers to whom they mean, in words for a reader."""

from ..findings import Evidence, EvidenceStep, FoundSpeaker, Span
from .references import Meant


def chain_of(cue: Span | None, words: str, meant: tuple[Meant, ...], reason: str) -> tuple[Evidence, ...]:
    """Return the links from a cue over the words for the speakers to whom they mean."""
    speakers = tuple(one.speaker for one in meant)
    named = " and ".join(speaker.words for speaker in speakers)
    chain = [Evidence(EvidenceStep.CUE, f"“{words}” reports the words.", cue)] if cue else []
    chain.append(Evidence(EvidenceStep.SPEAKER_WORDS, f"“{named}” {reason}.", span_of_first(speakers)))
    return (*chain, *(link for one in meant for link in one.links))


def span_of_first(speakers: tuple[FoundSpeaker, ...]) -> Span | None:
    """Return where the first speaker is named, None where nobody is."""
    return speakers[0].span if speakers else None

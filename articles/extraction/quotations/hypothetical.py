"""Hypothetical speech, which nobody said: "one might say “why not”", "if I said “trust me”", "nobody would say “…”"."""

from ..grammar.sentence_context import Attribution, SentenceContext
from ..lexicons import MARKED

_IF = 2  # words before a speaker among which an "if" makes it hypothetical


def is_hypothetical(attribution: Attribution, context: SentenceContext) -> bool:
    """Say whether an attribution is of words that might be said: by anybody with "would", or after "if"."""
    cue, speaker, paragraph = attribution.cue, attribution.speakers[0], attribution.paragraph
    if cue is None or paragraph is not context.paragraph or cue.kind not in ("say", "tell") or speaker.last > cue.first:
        return False
    lead = paragraph.lowers[max(context.sentence.first, speaker.first - _IF) : speaker.first]
    between = paragraph.lowers[speaker.last : cue.first]
    anybody = MARKED["anybody"] & set(paragraph.lowers[speaker.first : speaker.last])
    return "if" in lead or bool(anybody and MARKED["modal"] & set(between))

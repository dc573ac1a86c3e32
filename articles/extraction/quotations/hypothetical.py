"""Hypothetical speech, which nobody said: "one might say “why not”", "if I said “trust me”", "nobody would say “…”"."""

from ..grammar.sentence_context import Attribution, SentenceContext
from ..lexicons import GRAMMAR, MARKED
from .quoted_text import TERM_WORDS, QuotedText

_IF = 2  # words before a speaker among which an "if" makes it hypothetical
_NEAR = 6  # words before marks among which a modal, and no cue of speech, says that they might be said
_LIKENED = 3  # words before marks among which they are likened to: "it is like saying “…”"


def is_hypothetical(attribution: Attribution, context: SentenceContext) -> bool:
    """Say whether an attribution is of words that might be said: by anybody with "would", or after "if"."""
    cue, speaker, paragraph = attribution.cue, attribution.speakers[0], attribution.paragraph
    if cue is None or paragraph is not context.paragraph or cue.kind not in ("say", "tell") or speaker.last > cue.first:
        return False
    lead = paragraph.lowers[max(context.sentence.first, speaker.first - _IF) : speaker.first]
    between = paragraph.lowers[speaker.last : cue.first]
    anybody = MARKED["anybody"] & set(paragraph.lowers[speaker.first : speaker.last])
    return not MARKED["condition"].isdisjoint(lead) or bool(anybody and MARKED["modal"] & set(between))


def is_imagined(quote: QuotedText, context: SentenceContext) -> bool:
    """Say whether whole words are only likened to or thought of: "that is like saying “…”", "better would be: “…”"."""
    paragraph, last, first = context.paragraph, context.last_word_before(quote.first), context.sentence.first
    if last < first or quote.size <= TERM_WORDS or not quote.text[0].isupper():
        return False
    near = paragraph.lowers[max(first, last - _NEAR + 1) : last + 1]
    if MARKED["likening"] & set(near[-_LIKENED:]) and MARKED["saying"] & set(near[-_LIKENED:]):
        return True
    announced = paragraph.text[: quote.first.start].rstrip()[-1:] in (",", ":")
    might_be = MARKED["modal"] & set(near) and GRAMMAR["be"] & set(near)
    reported = any(cue.kind in ("say", "tell") and cue.first <= last for cue in context.cues)
    return announced and bool(might_be) and not reported

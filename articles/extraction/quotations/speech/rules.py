"""What the rules make of marked words: who would speak, by which cue and how far away."""

from collections.abc import Iterator

from ...grammar.cues import Cue
from ...grammar.sentence_context import SentenceContext
from ...lexicons import MARKED
from ...word_classes import THAT
from ..quoted_text import QuotedText
from ..readings import Reading
from .word_kinds import step

SIZES = (1, 2, 3, 4, 6, 9, 14, 25)  # words
_DISTANCES = (1, 2, 3, 5, 8, 14)  # words between a cue and the marks
_UNSAID = 3  # words before a cue among which one says that it was not said


def rules(quote: QuotedText, context: SentenceContext, reading: Reading) -> Iterator[str]:
    """Yield what the rules make of the words: who would speak, by which cue and how far away."""
    yield "rules:speech" if reading.speech else "rules:term"
    attribution = reading.attribution
    if attribution is None:
        return
    speaker = attribution.speakers[0]
    yield f"speaker:{speaker.kind}"
    yield f"speaker:{speaker.kind}&{attribution.reason}"
    if speaker.kind == "pronoun":
        yield f"pronoun:{attribution.paragraph.lowers[speaker.last - 1]}"
    if attribution.cue and attribution.paragraph is context.paragraph:
        yield from _cue(quote, context, attribution.cue)


def _cue(quote: QuotedText, context: SentenceContext, cue: Cue) -> Iterator[str]:
    last = context.last_word_before(quote.first)
    before = cue.last - 1 <= last
    side = "before" if before else "behind"
    far = last - cue.last + 1 if before else cue.first - last
    kind, distance = f"{cue.kind} {side}", f"far:{step(far, _DISTANCES)}"
    yield f"cue:{kind}"
    yield f"{distance} {side}"
    yield f"cue:{kind}&{distance}"
    yield f"form:{cue.form}"
    yield f"cue:{kind}&size:{step(quote.size, SIZES)}"
    between = context.paragraph.lowers[max(context.sentence.first, cue.first - _UNSAID) : cue.first]
    if MARKED["unsaid"] & set(between):
        yield f"unsaid {side}"
    if before and far and not THAT.isdisjoint(context.paragraph.lowers[cue.last : last + 1]):
        yield "that"


def shape_of(reading: Reading) -> str:
    if reading.attribution is None or reading.shape == "few":
        return reading.shape
    return f"{reading.shape} {reading.attribution.reason.split()[0]}"

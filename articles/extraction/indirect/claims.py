"""Reported speech by a noun that belongs to who says it: "rejected Novak's claim that the bridge is safe".

In: a sentence's context and the cue of a noun. Out: `ReportedSpeech`, or None where nobody owns the noun, or where it
is the subject of a sentence itself, so that the words may end anywhere.
"""

from ..grammar.sentence_context import SentenceContext
from ..grammar.subjects import owner_of
from .content_clauses import content_end
from .content_start import pauses
from .frames import ReportingCue
from .reported_speech import ReportedSpeech, as_cue

_CONFIDENCE = 0.45  # how often these are right in span and speaker, measured on PolNeAR, train part


def reported_by_noun(context: SentenceContext, cue: ReportingCue) -> ReportedSpeech | None:
    """Return the words that follow a noun of saying and begin with the word it needs, as speech of the noun's owner."""
    paragraph, sentence = context.paragraph, context.sentence
    owner = owner_of(paragraph, sentence, context.nominals, as_cue(cue))
    if owner is None or owner.first >= cue.first or owner.first - sentence.first < 2 or pauses(paragraph, owner.first):
        return None
    end = content_end(paragraph, sentence, cue.last, cue, "clause")
    return ReportedSpeech((owner,), cue, ((cue.last, end),), _CONFIDENCE, "stands before the words", "noun")

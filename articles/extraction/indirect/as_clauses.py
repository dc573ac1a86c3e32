"""Reported speech beside "as": "As the mayor notes, the bridge is old", "The bridge is old, as she put it".

In: a sentence's context and one of its cues. Out: `ReportedSpeech`, or None where the cue stands in no such clause.
"""

from ..grammar.sentence_context import SentenceContext
from ..lexicons import CLAUSES
from ..word_classes import AS, PARTICIPLE_ENDS
from .content_clauses import content_end
from .content_start import after_times, pauses
from .frames import ReportingCue
from .reported_speech import ReportedSpeech, speakers_before

_CONFIDENCE = 0.7  # how often these are right in span and speaker on the articles that decisions are learnt from
_SETTINGS = CLAUSES["as_setting"]
_LONGEST = 12  # words from "as" to the verb
_FEWEST = 3  # words that are said


def reported_beside_as(context: SentenceContext, cue: ReportingCue) -> ReportedSpeech | None:
    """Return the words after an opening clause with "as", or those before one that closes the sentence."""
    paragraph, sentence = context.paragraph, context.sentence
    if "clause" not in cue.frames or cue.form.endswith(PARTICIPLE_ENDS):
        return None
    opener = _opener(context, cue)
    end = _clause_end(context, cue)
    if opener is None or end is None:
        return None
    if opener == sentence.first and sentence.last - end >= _FEWEST and not all(paragraph.quoted[end : sentence.last]):
        said = (end, content_end(paragraph, sentence, end, cue, "clause"))
    elif opener - sentence.first >= _FEWEST and end == sentence.last:
        said = (sentence.first, opener)
    else:
        return None
    speakers = speakers_before(context, cue)
    reason = "stands beside the words"
    return ReportedSpeech(speakers, cue, (said,), _CONFIDENCE, reason, "as") if speakers else None


def _opener(context: SentenceContext, cue: ReportingCue) -> int | None:
    """Return where "as" stands before a cue, at the sentence's beginning or behind a pause."""
    paragraph, sentence = context.paragraph, context.sentence
    for at in range(cue.first - 2, max(sentence.first - 1, cue.first - _LONGEST), -1):
        if paragraph.lowers[at] in AS and not paragraph.quoted[at]:
            return at if at == sentence.first or pauses(paragraph, at) else None
    return None


def _clause_end(context: SentenceContext, cue: ReportingCue) -> int | None:
    """Return where the clause ends, at a pause soon after its verb or at the sentence's end."""
    paragraph, last = context.paragraph, context.sentence.last
    at = after_times(paragraph, cue.last, last)
    if at < last and not pauses(paragraph, at) and paragraph.lowers[at] in _SETTINGS:
        at += 1
        while at < last and not pauses(paragraph, at) and not paragraph.quoted[at]:
            at += 1
    return at if at >= last or pauses(paragraph, at) else None

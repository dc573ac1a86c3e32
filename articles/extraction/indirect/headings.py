"""Reported speech in headings: "Harbour minister: No ferry before May", where a colon alone says who speaks.

In: a sentence's context. Out: `ReportedSpeech` without a cue, or None where a sentence is no heading, or nobody stands
before its colon.
"""

from articles.paragraph_kinds import PassageKind

from ..grammar.sentence_context import SentenceContext
from ..lexicons import CLAUSES
from ..text.analysis import AnalysedParagraph
from .content_start import pauses
from .reported_speech import ReportedSpeech

_HEADINGS = (PassageKind.TITLE, PassageKind.SUBHEAD)
_CONFIDENCE = 0.45  # most words before a colon are a topic, a series or the author of a column
_REASON = "stands before the colon and the words"
_FEWEST = 4  # words after the colon
_LONGEST_TITLE = 4  # words before the name: "Former Harbour Minister"


def may_be_heading(paragraph: AnalysedParagraph) -> bool:
    """Say whether a paragraph is a heading or, as the first of an article, may be one."""
    return paragraph.index == 0 or paragraph.kind in _HEADINGS


def reported_in_heading(context: SentenceContext) -> ReportedSpeech | None:
    """Return the words after a colon as speech of who is named before it, None where a sentence is no such heading."""
    paragraph, sentence = context.paragraph, context.sentence
    if not may_be_heading(paragraph) or not context.nominals:
        return None
    speaker = context.nominals[0]
    start = speaker.last
    if paragraph.lowers[start - 1] in CLAUSES["label"]:
        return None
    if speaker.first - sentence.first > _LONGEST_TITLE or sentence.last - start < _FEWEST or speaker.kind == "pronoun":
        return None
    if not paragraph.gaps[start].startswith(":") or any(
        pauses(paragraph, at) for at in range(sentence.first + 1, start)
    ):
        return None
    if all(paragraph.quoted[start : sentence.last]):
        return None
    ranges = ((start, sentence.last),)
    return ReportedSpeech((speaker,), None, ranges, _CONFIDENCE, _REASON, "heading")

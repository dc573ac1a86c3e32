"""Reports in headings: "Harbour minister: No ferry before May", where a colon alone says who speaks.

In: a scene. Out: `Report` without a cue, or None where a sentence is no heading, or nobody stands before its colon.
"""

from articles.paragraph_kinds import PassageKind

from ..grammar.scenes import Scene
from ..lexicons import CLAUSES
from ..text.analysis import AnalysedParagraph
from .openings import pauses
from .report import Report

_CERTAINTY = 0.5  # how often these are right in span and speaker, measured on PolNeAR, train part
_REASON = "stands before the colon and the words"
_FEWEST = 4  # words after the colon
_LONGEST_TITLE = 4  # words before the name: "Former Harbour Minister"


def may_be_heading(paragraph: AnalysedParagraph) -> bool:
    """Say whether a passage is a heading, or may be one: the first of a text that does not tell its parts."""
    return paragraph.index == 0 or paragraph.kind in (PassageKind.TITLE, PassageKind.SUBHEAD)


def heading(scene: Scene) -> Report | None:
    """Return what a heading lets somebody say after a colon."""
    paragraph, sentence = scene.paragraph, scene.sentence
    if not may_be_heading(paragraph) or not scene.nominals:
        return None
    speaker = scene.nominals[0]
    start = speaker.last
    if paragraph.lowers[start - 1] in CLAUSES["label"]:
        return None
    if speaker.first - sentence.first > _LONGEST_TITLE or sentence.last - start < _FEWEST or speaker.kind == "pronoun":
        return None
    if not paragraph.words[start].gap.startswith(":") or any(
        pauses(paragraph, at) for at in range(sentence.first + 1, start)
    ):
        return None
    if all(paragraph.quoted[start : sentence.last]):
        return None
    ranges = ((start, sentence.last),)
    return Report((speaker,), None, ranges, _CERTAINTY, _REASON)

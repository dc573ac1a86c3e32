"""Reports that are passed on: "The Tribune reports that the mayor said tolls would stay" gives what the mayor said.

In: a report, and the cues of its sentence. Out: the report that all its words are given by, or itself.
"""

from collections.abc import Sequence
from dataclasses import replace

from ..grammar.sentence_context import SentenceContext
from ..lexicons import CLAUSES
from .content_start import pauses
from .frames import ReportingCue, tense_of
from .preceding import preceding
from .reported_speech import ReportedSpeech

_REACH = 10  # words from the beginning of what is said to the verb within it
_SPEAK_THEMSELVES = frozenset(("person", "pronoun"))  # who tells what somebody told them is quoted, not passing on
_FRAMES = frozenset(("clause", "hearer", "that"))
_CLAUSES = frozenset(("that", "subject", "clause"))
_NO_REPORT_YET = CLAUSES["time_clause"] | CLAUSES["concession"] | CLAUSES["no_report_yet"]


def innermost(context: SentenceContext, report: ReportedSpeech, cues: Sequence[ReportingCue]) -> ReportedSpeech:
    """Return the report that a paper's or body's report passes on; else the report itself."""
    first, last = report.ranges[0]
    cue = next((one for one in cues if first < one.first < last), None)
    if cue is None or not _passes_on(report) or not _is_near(context, first, cue):
        return report
    inner = preceding(context, cue, [])
    if inner is None or inner.frame not in _FRAMES or inner.content not in _CLAUSES:
        return report
    speaker = inner.speakers[0]
    start, end = inner.ranges[0]
    whole = first <= speaker.first < cue.first and speaker.kind != "pronoun" and start < last <= end
    return replace(inner, ranges=((start, last),)) if whole else report


def _passes_on(report: ReportedSpeech) -> bool:
    """Say whether a paper or body may have passed on what others said; a poll's "according to" has answers only."""
    own = report.frame == "according" or (report.frame != "following" and report.speakers[0].kind in _SPEAK_THEMSELVES)
    return not own and len(report.ranges) == 1


def _is_near(context: SentenceContext, first: int, cue: ReportingCue) -> bool:
    """Say whether a cue is the first verb of words, told as something that happened."""
    paragraph = context.paragraph
    between = range(first + 1, cue.first + 1)
    return (
        cue.first - first <= _REACH
        and tense_of(cue.form) != "participle"
        and _NO_REPORT_YET.isdisjoint(paragraph.lowers[first : cue.first])
        and not any(pauses(paragraph, at) for at in between)
    )

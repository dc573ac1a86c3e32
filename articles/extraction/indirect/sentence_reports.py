"""All reported speech of one sentence, without marks or with marks inside the reported words.

In: a sentence's context and cues. Out: `ReportedSpeech`s in order, none covering words of another; of one that is
passed on the inner one.
"""

from ..grammar.sentence_context import SentenceContext
from .following import following
from .frames import ReportingCue
from .headings import reported_in_heading
from .innermost import innermost
from .preceding import LEAST_DOUBTFUL, preceding
from .reported_speech import ReportedSpeech


def reported_speech_in(context: SentenceContext, cues: list[ReportingCue]) -> list[ReportedSpeech]:
    """Return the reported speech of a sentence by its cues, in order; none covers words of another."""
    if headed := reported_in_heading(context):
        return [headed]
    after = {cue.verb: report for cue in cues if (report := following(context, cue))}
    found: list[ReportedSpeech] = []
    taken = context.sentence.first
    for cue in cues:
        if cue.first < taken or _lies_in(cue, after):
            continue
        report = after.get(cue.verb) or preceding(context, cue, found)
        report = report and innermost(context, report, cues)
        if report and report.ranges[0][0] >= (found[-1].ranges[-1][1] if found else 0):
            found.append(report)
            taken = max(report.ranges[-1][1], cue.last)
    return found


def _lies_in(cue: ReportingCue, after: dict[int, ReportedSpeech]) -> bool:
    """Say whether a cue belongs to what the first attribution that follows its words reports."""
    report = next(iter(after.values()), None)
    return report is not None and report.cue is not cue and report.ranges[0][0] <= cue.first < report.ranges[0][1]


def doubtful_speech_in(
    context: SentenceContext, cues: list[ReportingCue], found: list[ReportedSpeech]
) -> list[ReportedSpeech]:
    """Return reports that the rules alone would not give, outside those of a sentence that are `found`.

    `cues` are those of the sentence where forms that may as well be nouns are taken for verbs.
    """
    taken = [(first, last) for one in found for first, last in one.ranges]
    known = {one.cue.verb for one in found if one.cue}
    doubtful: list[ReportedSpeech] = []
    for cue in cues:
        if cue.verb in known or any(first <= cue.verb < last for first, last in taken):
            continue
        report = preceding(context, cue, found, LEAST_DOUBTFUL)
        if report and _says_something(report) and not any(_meet(report.ranges[0], one) for one in taken):
            doubtful.append(report)
            taken.append(report.ranges[0])
    return doubtful


def _says_something(report: ReportedSpeech) -> bool:
    """Say whether more than one word is reported: not "she said nothing"."""
    first, last = report.ranges[0]
    return last - first > 1


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]

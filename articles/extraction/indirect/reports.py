"""What one sentence reports without marks, or with marks inside the reported words.

In: a scene. Out: `Report`s in order, outermost only, none covering words of another.
"""

from ..grammar.scenes import Scene
from .following import following
from .frames import ReportCue, report_cues
from .headings import heading
from .preceding import preceding
from .report import Report


def reports_in(scene: Scene) -> list[Report]:
    """Return the outermost reports of a sentence, in order."""
    if headed := heading(scene):
        return [headed]
    cues = report_cues(scene.paragraph, scene.sentence)
    after = {cue.verb: report for cue in cues if (report := following(scene, cue))}
    found: list[Report] = []
    taken = scene.sentence.first
    for cue in cues:
        if cue.first < taken or _lies_in(cue, after):
            continue
        report = after.get(cue.verb) or preceding(scene, cue, found)
        if report and report.ranges[0][0] >= (found[-1].ranges[-1][1] if found else 0):
            found.append(report)
            taken = max(report.ranges[-1][1], cue.last)
    return found


def _lies_in(cue: ReportCue, after: dict[int, Report]) -> bool:
    """Say whether a cue belongs to what the first attribution that follows its words reports."""
    report = next(iter(after.values()), None)
    return report is not None and report.cue is not cue and report.ranges[0][0] <= cue.first < report.ranges[0][1]

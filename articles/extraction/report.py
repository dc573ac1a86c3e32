"""A report: words of one sentence, who is reported to have said them, and by which verb.

`speakers_before` finds the subject of a verb, which both shapes of report need.
"""

from dataclasses import dataclass

from .cues import Cue
from .frames import ReportCue
from .nominals import Nominal
from .scenes import Scene
from .subjects import subject_before


@dataclass(frozen=True, slots=True)
class Report:
    """Words reported to have been said: half-open word ranges of a page, who said them, and by which cue.

    Two ranges where the attribution stands in the middle ("The bridge, she said, will stay").
    """

    speakers: tuple[Nominal, ...]
    cue: ReportCue
    ranges: tuple[tuple[int, int], ...]
    certainty: float
    reason: str
    frame: str = ""
    kind: str = ""


def plain(cue: ReportCue) -> Cue:
    """Return a cue as the finders of subjects take it."""
    return Cue(cue.first, cue.last, "say", cue.form)


def speakers_before(scene: Scene, cue: ReportCue) -> tuple[Nominal, ...]:
    """Return the subjects that stand before a verb."""
    subject = subject_before(scene.page, scene.sentence, scene.nominals, plain(cue))
    return scene.joint(subject) if subject else ()

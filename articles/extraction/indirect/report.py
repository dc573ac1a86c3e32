"""A report: words of one sentence, who is reported to have said them, and by which verb.

`speakers_before` finds the subject of a verb, which both shapes of report need.
"""

from dataclasses import dataclass

from ..grammar.cues import Cue
from ..grammar.nominals import Nominal
from ..grammar.scenes import Scene
from ..grammar.subjects import subject_before
from ..lexicons import GRAMMAR
from .frames import ReportCue

_LONGEST_OPENING = 6  # words before a verb that are its subject although no noun among them is known
_MARGINAL = GRAMMAR["auxiliary"] | frozenset(("not", "never"))


@dataclass(frozen=True, slots=True)
class Report:
    """Words reported to have been said: half-open word ranges of a paragraph, who said them, and by which cue.

    A colon is no cue. Two ranges where the attribution stands in the middle ("The bridge, she said, will stay").
    """

    speakers: tuple[Nominal, ...]
    cue: ReportCue | None
    ranges: tuple[tuple[int, int], ...]
    certainty: float
    reason: str


def plain(cue: ReportCue) -> Cue:
    """Return a cue as the finders of subjects take it."""
    return Cue(cue.first, cue.last, "say", cue.form)


def speakers_before(scene: Scene, cue: ReportCue) -> tuple[Nominal, ...]:
    """Return the subjects that stand before a verb."""
    subject = subject_before(scene.paragraph, scene.sentence, scene.nominals, plain(cue))
    if subject is None:
        subject = _opening_words(scene, cue)
    return scene.joint(subject) if subject else ()


def _opening_words(scene: Scene, cue: ReportCue) -> Nominal | None:
    """Return what a sentence opens with where a verb follows soon: "Forty percent said", "Divers told"."""
    last = cue.first
    while last > scene.sentence.first and scene.paragraph.lowers[last - 1] in _MARGINAL:
        last -= 1
    short = 0 < last - scene.sentence.first <= _LONGEST_OPENING
    calm = short and scene.calm(scene.sentence.first, cue.first + 1)
    return Nominal(scene.sentence.first, last, "group") if calm else None

"""Reports by a noun that belongs to who says it: "rejected Novak's claim that the bridge is safe".

In: a scene and the cue of a noun. Out: `Report`, or None where nobody owns the noun, or where it is the subject of a
sentence itself, so that the words may end anywhere.
"""

from ..grammar.scenes import Scene
from ..grammar.subjects import owner_of
from .clauses import content_end
from .frames import ReportCue
from .openings import pauses
from .report import Report, plain

_CERTAINTY = 0.45  # how often these are right in span and speaker, measured on PolNeAR, train part


def claim(scene: Scene, cue: ReportCue) -> Report | None:
    """Return the report of the words that follow a noun of saying, which begin with the word it needs."""
    paragraph, sentence = scene.paragraph, scene.sentence
    owner = owner_of(paragraph, sentence, scene.nominals, plain(cue))
    if owner is None or owner.first >= cue.first or owner.first - sentence.first < 2 or pauses(paragraph, owner.first):
        return None
    end = content_end(paragraph, sentence, cue.last, cue, "clause")
    return Report((owner,), cue, ((cue.last, end),), _CERTAINTY, "stands before the words")

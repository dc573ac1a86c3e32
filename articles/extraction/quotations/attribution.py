"""Who said it and which words prove it: the shapes of attribution, tried in order of how sure they are.

In: a scene and the outer marks of a stretch in it. Out: `Attribution`, or None where the sentence does not say.
"""

from ..findings import Span
from ..grammar.scenes import Attribution, Scene
from .leads import colon, document, lead, ruled
from .tails import closing, distant_tail, tail

_SHAPES = (tail, ruled, closing, lead, document, colon, distant_tail)


def attribution_in(scene: Scene, outer: Span) -> Attribution | None:
    """Return who says the stretch with these outer marks, by the first shape that fits."""
    for shape in _SHAPES:
        if found := shape(scene, outer):
            return found
    return None

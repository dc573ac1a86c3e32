"""What is found in every training article by weights that have not seen it.

The articles are dealt into parts, and each part is read with weights learnt from the others.
"""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..people.cast import span_of
from ..people.people import cast_of
from ..recognisers.builtin import BuiltinRecogniser
from ..recognisers.calibration import Curve
from ..recognisers.features import FEATURES
from ..recognisers.weights import Weights
from .datasets import Taught
from .train import train

PARTS = 5


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention found: half-open range of the article's text, the person's number, how sure it is, if it is right."""

    start: int
    end: int
    person: int
    sure: float
    right: bool


def cross_validated(articles: Sequence[Taught], curve: Curve, parts: int = PARTS) -> dict[str, list[Seen]]:
    """Return by the article's key what is found in it by weights that have not seen it."""
    part = {key: n % parts for n, key in enumerate(sorted({article.key for article in articles}))}
    found: dict[str, list[Seen]] = {}
    for number in range(parts):
        recogniser = trained([article for article in articles if part[article.key] != number], curve)
        found |= {one.key: seen_in(one, recogniser) for one in articles if part[one.key] == number and not one.copy}
    return found


def trained(articles: Sequence[Taught], curve: Curve) -> BuiltinRecogniser:
    """Return a recogniser with weights learnt from these articles."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        train(articles, folder)
        note = {"features": FEATURES, "calibration": curve}
        (folder / "note.json").write_text(json.dumps(note), encoding="utf-8")
        return BuiltinRecogniser(Weights(folder).opened())


def seen_in(article: Taught, recogniser: BuiltinRecogniser) -> list[Seen]:
    """Return what the recogniser finds in an article."""
    cast = cast_of(article.analysed, recogniser)
    seen = []
    for mention in cast.mentions:
        span, offset = span_of(mention, article.analysed), article.offsets[mention.paragraph]
        sure = cast.people[mention.person].certainty
        right = (mention.first, mention.last) in article.names[mention.paragraph]
        seen.append(Seen(offset + span.start, offset + span.end, mention.person, sure, right))
    return seen

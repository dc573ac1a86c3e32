"""Cross-validation: what is found in every training article by weights that have not seen it.

The articles are dealt into parts, and each part is read with weights learnt from the others.
"""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

from ..decisions.calibration import CalibrationCurve
from ..people.entities import mention_span
from ..people.people import find_people
from ..recognisers.builtin import BuiltinRecogniser
from ..recognisers.features import FEATURES
from ..recognisers.weights import Weights
from ..records import record
from .datasets import TrainingArticle
from .train import train

PARTS = 5


@record
class PredictedMention:
    """A mention found in an article: a half-open range of code points of its text, and the person's number in it."""

    start: int
    end: int
    person: int
    confidence: float  # between 0 and 1
    right: bool  # whether the data set names somebody by exactly these words


def cross_validate(
    articles: Sequence[TrainingArticle], curve: CalibrationCurve, parts: int = PARTS
) -> dict[str, list[PredictedMention]]:
    """Return by the article's key what is found in it by weights that have not seen it.

    `curve` calibrates the confidences; augmented copies are learnt from, not read.
    """
    part = {key: n % parts for n, key in enumerate(sorted({article.key for article in articles}))}
    found: dict[str, list[PredictedMention]] = {}
    for number in range(parts):
        recogniser = train_recogniser([article for article in articles if part[article.key] != number], curve)
        found |= {
            one.key: predict(one, recogniser) for one in articles if part[one.key] == number and not one.augmented
        }
    return found


def train_recogniser(articles: Sequence[TrainingArticle], curve: CalibrationCurve) -> BuiltinRecogniser:
    """Return a recogniser with weights learnt from these articles, its confidences calibrated by this curve."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        train(articles, folder)
        note = {"features": FEATURES, "calibration": curve}
        (folder / "note.json").write_text(json.dumps(note), encoding="utf-8")
        return BuiltinRecogniser(Weights(folder).opened())


def predict(article: TrainingArticle, recogniser: BuiltinRecogniser) -> list[PredictedMention]:
    """Return the mentions of people that a recogniser finds in an article, and whether each is right."""
    entities = find_people(article.analysed, recogniser)
    seen = []
    for mention in entities.mentions:
        span, offset = mention_span(mention, article.analysed), article.offsets[mention.paragraph]
        confidence = entities.people[mention.person].confidence
        right = (mention.first, mention.last) in article.names[mention.paragraph]
        seen.append(PredictedMention(offset + span.start, offset + span.end, mention.person, confidence, right))
    return seen

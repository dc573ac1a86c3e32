"""The shipped weights: two files of python-crfsuite, and note.json that says what they are."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ..decisions.calibration import CalibrationCurve
from .character_model import CharacterModel
from .features import FEATURES, FeatureExtractor
from .name_model import NameModel
from .port import RecogniserError

SHIPPED = Path(__file__).with_name("weights")


class WeightsError(RecogniserError):
    """Weights that do not fit the code; the message says how to train them."""


@dataclass(frozen=True)
class Weights:
    """A folder of weights, opened when they are first needed."""

    folder: Path = SHIPPED

    @cached_property
    def note(self) -> dict[str, Any]:
        """Return what the weights are. Raises WeightsError where they are of other features than the code's."""
        note: dict[str, Any] = json.loads((self.folder / "note.json").read_text(encoding="utf-8"))
        if note["features"] != FEATURES:
            raise WeightsError(
                f"The weights in {self.folder} are of features {note['features']}, the code has {FEATURES}: "
                "run `python manage.py train_people`."
            )
        return note

    def opened(self) -> "Weights":
        """Return the weights, read now and not when they are first needed."""
        _ = self.note, self.features, self.name_model
        return self

    @property
    def calibration(self) -> CalibrationCurve:
        """Return the calibration curve. Raises WeightsError."""
        return [(marginal, right) for marginal, right in self.note.get("calibration", [])]

    @cached_property
    def features(self) -> FeatureExtractor:
        """Return what says the features of words, by the model of character n-grams."""
        return FeatureExtractor(CharacterModel(self.folder / "characters.crfsuite"), self.name_model)

    def make_room(self) -> None:
        """Forget what groups of features weigh, once there are very many."""
        if self.name_model.is_full:
            self.name_model.forget()
            self.features.forget()

    @cached_property
    def name_model(self) -> NameModel:
        """Return the model of names, a conditional random field."""
        return NameModel(self.folder / "names.crfsuite")

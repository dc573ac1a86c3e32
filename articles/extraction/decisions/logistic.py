"""A decision by logistic regression: the weights of the features that hold are added up.

The textbook's model of a binary choice (D. R. Cox, "The Regression Analysis of Binary Sequences", 1958).
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import repeat
from pathlib import Path
from typing import Any

from ..records import record
from .calibration import calibrate
from .decision import Claim, Conjunctions


@record
class LogisticDecision:
    """Weights by feature, the bias (what stands without any), and a curve that calibrates the probabilities, if any."""

    bias: float
    weights: Mapping[str, float]
    calibration: Sequence[tuple[float, float]] = ()
    _together: dict[str, dict[str, float]] = field(init=False, repr=False, compare=False)  # weights of conjunctions

    def __post_init__(self) -> None:
        together: dict[str, dict[str, float]] = {}
        for feature, weight in self.weights.items():
            for first, other in _halves(feature):
                together.setdefault(first, {})[other] = weight
        object.__setattr__(self, "_together", together)

    def probability(self, features: Sequence[str], claim: Claim, together: Conjunctions = ()) -> float:
        """Return the probability (0 to 1) that a claim with these features holds; unknown ones weigh nothing."""
        weight = sum(map(self.weights.get, features, repeat(0.0)))  # without a loop in Python: it is asked very often
        for first, others in together:
            if weights := self._together.get(first):
                weight += sum(map(weights.get, others, repeat(0.0)))
        probability = 1 / (1 + math.exp(-self.bias - weight))
        return calibrate(probability, self.calibration) if self.calibration else probability


def _halves(feature: str) -> Iterator[tuple[str, str]]:
    """Yield the two halves of a conjunction, by each "&" in it: a half may be a conjunction itself."""
    parts = feature.split("&")
    for at in range(1, len(parts)):
        yield "&".join(parts[:at]).rstrip(), "&".join(parts[at:]).lstrip()


def read_decision(path: Path) -> LogisticDecision:
    """Return the decision of a file of weights. Raises OSError where there is none, ValueError where it is damaged."""
    try:
        kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        weights = {str(key): float(one) for key, one in kept["weights"].items()}
        curve = tuple((float(given), float(right)) for given, right in kept.get("calibration", ()))
        return LogisticDecision(float(kept["bias"]), weights, curve)
    except (KeyError, TypeError, AttributeError, ValueError) as problem:
        raise ValueError(f"{path.name} holds no weights of a decision: make them by `train_quotations`") from problem


def write_decision(decision: LogisticDecision, note: Mapping[str, object], path: Path) -> None:
    """Write a decision's weights to a file, in order, with a note of how they were made."""
    kept = {"note": dict(note), "bias": decision.bias, "weights": dict(sorted(decision.weights.items()))}
    if decision.calibration:
        kept["calibration"] = decision.calibration
    path.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

"""The project's own recogniser: a conditional random field with shipped weights labels the runs of capitals."""

from threading import Lock

from ..decisions.calibration import calibrate
from ..text.analysis import AnalysedArticle
from .decoding import decode
from .inference import featurise
from .port import BUILTIN, NameSpan
from .weights import Weights


class BuiltinRecogniser:
    """Finds names with the weights of one folder."""

    name = BUILTIN

    def __init__(self, weights: Weights | None = None) -> None:
        """Open the weights, the shipped ones where no others are given. Raises WeightsError where they do not fit."""
        self._weights = weights or Weights()
        self._curve = self._weights.calibration
        self._turn = Lock()  # one article at a time: its groups of features must not be forgotten meanwhile

    def names_in(self, article: AnalysedArticle) -> list[NameSpan]:
        """Return the spans that name people, in order."""
        with self._turn:
            self._weights.make_room()
            featurised = featurise(article, self._weights.features)
            marginals = self._weights.name_model.marginals(featurised.features)
        return [
            NameSpan(found.paragraph.index, found.first, found.last, calibrate(found.marginal, self._curve))
            for found in decode(featurised, marginals)
        ]

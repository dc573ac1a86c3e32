"""The project's own recogniser: a small model with shipped weights looks at the runs of an article."""

from ..text.analysis import AnalysedArticle
from .calibration import calibrated
from .deciding import names_in
from .looking import laid_out, shares_of
from .port import BUILTIN, NameSpan
from .weights import Weights


class BuiltinRecogniser:
    """Finds names with the weights of one folder."""

    name = BUILTIN

    def __init__(self, weights: Weights | None = None) -> None:
        """Take other weights than the shipped ones, in cross-validation and tests. Raises WeightsError."""
        self._weights = weights or Weights()
        self._curve = self._weights.calibration

    def names_in(self, article: AnalysedArticle) -> list[NameSpan]:
        """Return the places that name people, in order."""
        laid = laid_out(article, self._weights.looks)
        shares = shares_of(laid.features, self._weights.names)
        return [
            NameSpan(found.paragraph.index, found.first, found.last, calibrated(found.share, self._curve))
            for found in names_in(laid, shares)
        ]

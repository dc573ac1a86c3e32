"""The model of names: a linear-chain conditional random field, asked for all runs of an article at once.

The features come in groups that return all the time, so the weights of a group are added up once, when it gets its
number; what is left for an article is to add up the rows of its groups and the forward-backward algorithm over rows of
five numbers, for all its runs together (numpy).
"""

from collections.abc import Sequence
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .crf_weights import read_crf_weights
from .feature_groups import FeatureGroup, WordFeatures
from .labels import OUTSIDE, WHOLE, Marginals

NEGLIGIBLE = 0.02  # where no word of a run is likelier than that to be in a name, there is none
_MOST_GROUPS = 120_000  # groups whose sums are kept

_Rows = NDArray[np.float64]


class NameModel:
    """The weights of one file."""

    def __init__(self, weights: Path) -> None:
        """Open the file of weights."""
        self._model = read_crf_weights(weights)
        self.labels = self._model.labels
        self._outside = self.labels.index(OUTSIDE)
        self._alone = [(label, at) for at, label in enumerate(self.labels) if label in (OUTSIDE, WHOLE)]  # of one word
        self._transitions = np.exp(self._model.transitions)
        self._sums = np.zeros((1024, len(self.labels)))  # of each group's weights; the first is the empty group
        self._summed = 1
        self._new: list[list[int]] = []  # the rows of the features of groups whose weights are not added up yet

    def number(self, group: FeatureGroup) -> int:
        """Return the number of a group of features, a new one each time."""
        weighed, unseen = self._model.rows, self._model.unseen
        self._new.append([weighed.get(feature, unseen) for feature in group])
        return self._summed + len(self._new) - 1

    @property
    def is_full(self) -> bool:
        """Say whether there are so many groups that all should be forgotten, here and by whoever has their numbers."""
        return self._summed + len(self._new) > _MOST_GROUPS

    def forget(self) -> None:
        """Forget all groups."""
        self._summed = 1
        self._new.clear()

    def marginals(self, runs: Sequence[list[WordFeatures]]) -> list[Marginals]:
        """Return for each run the marginals of its words' labels; empty where it surely holds no name."""
        if not runs:
            return []
        lengths = np.array([len(run) for run in runs])
        probabilities = self._forward_backward(self._scores(runs), lengths)
        ends = np.cumsum(lengths)
        outside = np.minimum.reduceat(probabilities[:, self._outside], ends - lengths)
        rows = probabilities.tolist()
        return [
            [] if none > 1 - NEGLIGIBLE else self._by_label(rows[end - length : end])
            for none, end, length in zip(outside.tolist(), ends.tolist(), lengths.tolist(), strict=True)
        ]

    def _by_label(self, rows: list[list[float]]) -> Marginals:
        if len(rows) == 1:
            return [{label: rows[0][at] for label, at in self._alone}]
        return [dict(zip(self.labels, row, strict=True)) for row in rows]

    def _scores(self, runs: Sequence[list[WordFeatures]]) -> _Rows:
        """Return for each word of the runs, one after the other, the sum of its features' weights for each label."""
        if self._new:
            self._sum_new()
        words = list(chain.from_iterable(runs))
        scores: _Rows = np.add.reduceat(self._sums[list(chain.from_iterable(words))], _starts(words))
        return scores

    def _sum_new(self) -> None:
        """Add up the weights of the features of new groups."""
        last = self._summed + len(self._new)
        while last > len(self._sums):
            self._sums = np.concatenate((self._sums, np.empty_like(self._sums)))
        rows = list(chain.from_iterable(self._new))
        self._sums[self._summed : last] = np.add.reduceat(self._model.weights[rows], _starts(self._new))
        self._summed = last
        self._new.clear()

    def _forward_backward(self, scores: _Rows, lengths: NDArray[Any]) -> _Rows:
        """Return the marginals of all words; the runs go through together, the longer ones longer than the others."""
        order = np.argsort(-lengths, kind="stable")
        starts = (np.cumsum(lengths) - lengths)[order]
        going = [np.count_nonzero(lengths > step) for step in range(int(lengths.max()))]  # runs with a word there
        emitted = np.exp(scores - np.maximum.reduce(scores, axis=1, keepdims=True))
        at = [starts[:many] + step for step, many in enumerate(going)]
        forward, backward = np.empty_like(scores), np.ones_like(scores)
        forward[at[0]] = emitted[at[0]]
        for before, here in pairwise(at):
            reached = forward[before[: len(here)]] @ self._transitions * emitted[here]
            forward[here] = _normalised(reached)
        for here, after in zip(at[-2::-1], at[:0:-1], strict=True):
            followed = (backward[after] * emitted[after]) @ self._transitions.T
            backward[here[: len(after)]] = _normalised(followed)
        return _normalised(forward * backward)


def _starts(rows: Sequence[Sequence[object]]) -> NDArray[np.int64]:
    """Return where each row begins among the things of all rows, of which none is empty."""
    lengths = np.fromiter(map(len, rows), np.int64, len(rows))
    return lengths.cumsum() - lengths


def _normalised(rows: _Rows) -> _Rows:
    """Return rows of numbers that add up to one each."""
    normalised: _Rows = rows / np.add.reduce(rows, axis=1, keepdims=True)
    return normalised

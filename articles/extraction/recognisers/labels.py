"""BILOU labels of words and the spans they mark: B begins a name, I goes on, L ends it, U is a whole name, O none."""

from collections.abc import Iterable, Sequence
from math import inf, log

LABELS = "OBILU"
OUTSIDE, WHOLE = "O", "U"
# What may stand before "outside" and what before the rest of a name; a name begins after "outside" alone, since two
# names in one run have a word between them, or they would be one.
_ENDED, _BEGUN = "OLU", "BI"
_LEAST = 1e-9
_LOG_LEAST = log(_LEAST)
Marginals = list[dict[str, float]]  # for each word of a run how likely each label is


def encode_spans(spans: Iterable[tuple[int, int]], first: int, last: int) -> list[str]:
    """Return the labels of the words from first to last, where spans are half-open word ranges."""
    labels = ["O"] * (last - first)
    for start, end in spans:
        start, end = max(start, first), min(end, last)
        if end - start == 1:
            labels[start - first] = "U"
        elif end > start:
            labels[start - first : end - first] = ["B", *"I" * (end - start - 2), "L"]
    return labels


def decode_labels(labels: Iterable[str]) -> list[tuple[int, int]]:
    """Return the half-open ranges that labels mark, where every B is ended by an L."""
    spans, start = [], 0
    for at, label in enumerate(labels):
        if label in "BU":
            start = at
        if label in "LU":
            spans.append((start, at + 1))
    return spans


def viterbi(marginals: Marginals, priors: Sequence[float]) -> list[str]:
    """Return the likeliest lawful sequence of labels; each word's prior multiplies the marginal of "outside"."""
    first, prior = marginals[0], log(priors[0])
    if len(marginals) == 1:
        return [WHOLE if is_name_alone(first, priors[0]) else OUTSIDE]
    scores = {"O": _score(first, "O") + prior, "B": _score(first, "B"), "I": -inf, "L": -inf, "U": _score(first, "U")}
    steps: list[dict[str, str]] = []
    for marginal, factor in zip(marginals[1:], priors[1:], strict=True):
        ended, begun = max(_ENDED, key=scores.__getitem__), max(_BEGUN, key=scores.__getitem__)
        step = {"O": ended, "B": "O", "I": begun, "L": begun, "U": "O"}
        scores = {label: scores[before] + _score(marginal, label) for label, before in step.items()}
        scores["O"] += log(factor)
        steps.append(step)
    return _traced(scores, steps)


def is_name_alone(marginal: dict[str, float], prior: float) -> bool:
    """Say whether the one word of a run, as most have, is a name; its prior multiplies the marginal of "outside"."""
    return _score(marginal, WHOLE) > _score(marginal, OUTSIDE) + log(prior)


def _score(marginal: dict[str, float], label: str) -> float:
    likely = marginal.get(label, 0.0)
    return log(likely) if likely > _LEAST else _LOG_LEAST


def _traced(scores: dict[str, float], steps: list[dict[str, str]]) -> list[str]:
    labels = [max("OLU", key=scores.__getitem__)]
    for step in reversed(steps):
        labels.append(step[labels[-1]])
    return labels[::-1]

"""BILOU labels of words and the spans they mark: B begins a name, I goes on, L ends it, U is a whole name, O none."""

from collections.abc import Iterable, Sequence
from math import log

LABELS = "OBILU"
OUTSIDE = "O"
# What may stand after a label: two names in one run have a word between them, or they would be one.
_NEXT = {"O": "OBU", "U": "O", "L": "O", "B": "IL", "I": "IL"}
_LEAST = 1e-9
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
    if len(marginals) == 1:  # as most runs are
        named, none = _score(marginals[0], "U", priors[0]), _score(marginals[0], OUTSIDE, priors[0])
        return ["U"] if named > none else [OUTSIDE]
    scores = {label: _score(marginals[0], label, priors[0]) for label in "OBU"}
    steps: list[dict[str, str]] = []
    for marginal, prior in zip(marginals[1:], priors[1:], strict=True):
        step, after = {}, {}
        for label in LABELS:
            before = [old for old in scores if label in _NEXT[old]]
            if before:
                step[label] = max(before, key=lambda old: scores[old])
                after[label] = scores[step[label]] + _score(marginal, label, prior)
        steps.append(step)
        scores = after
    return _traced({label: score for label, score in scores.items() if label in "OLU"}, steps)


def _score(marginal: dict[str, float], label: str, prior: float) -> float:
    return log(max(marginal.get(label, 0.0), _LEAST)) + (log(prior) if label == "O" else 0.0)


def _traced(scores: dict[str, float], steps: list[dict[str, str]]) -> list[str]:
    labels = [max(scores, key=lambda label: scores[label])]
    for step in reversed(steps):
        labels.append(step[labels[-1]])
    return labels[::-1]

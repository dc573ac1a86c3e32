"""Labels of words and the spans they make: B begins a name, I goes on, L ends it, U is a whole name, O is none."""

from collections.abc import Iterable, Sequence
from math import log

LABELS = "OBILU"
NONE = "O"
# What may stand after a label: two names in one run have a word between them, or they would be one.
_NEXT = {"O": "OBU", "U": "O", "L": "O", "B": "IL", "I": "IL"}
_LEAST = 1e-9
Shares = list[dict[str, float]]  # for each word of a run how likely each label is


def labels_of(spans: Iterable[tuple[int, int]], first: int, last: int) -> list[str]:
    """Return the labels of the words from first to last, where spans are half-open word ranges."""
    labels = ["O"] * (last - first)
    for start, end in spans:
        start, end = max(start, first), min(end, last)
        if end - start == 1:
            labels[start - first] = "U"
        elif end > start:
            labels[start - first : end - first] = ["B", *"I" * (end - start - 2), "L"]
    return labels


def spans_of(labels: Iterable[str]) -> list[tuple[int, int]]:
    """Return the half-open ranges that labels mark, where every B is ended by an L."""
    spans, start = [], 0
    for at, label in enumerate(labels):
        if label in "BU":
            start = at
        if label in "LU":
            spans.append((start, at + 1))
    return spans


def best_labels(shares: Shares, doubts: Sequence[float]) -> list[str]:
    """Return the likeliest lawful labels; that a word is no name is believed as many times as its doubt says."""
    if len(shares) == 1:  # as most runs are
        named, none = _score(shares[0], "U", doubts[0]), _score(shares[0], NONE, doubts[0])
        return ["U"] if named > none else [NONE]
    scores = {label: _score(shares[0], label, doubts[0]) for label in "OBU"}
    ways: list[dict[str, str]] = []
    for share, doubt in zip(shares[1:], doubts[1:], strict=True):
        way, after = {}, {}
        for label in LABELS:
            before = [old for old in scores if label in _NEXT[old]]
            if before:
                way[label] = max(before, key=lambda old: scores[old])
                after[label] = scores[way[label]] + _score(share, label, doubt)
        ways.append(way)
        scores = after
    return _traced({label: score for label, score in scores.items() if label in "OLU"}, ways)


def _score(share: dict[str, float], label: str, doubt: float) -> float:
    return log(max(share.get(label, 0.0), _LEAST)) + (log(doubt) if label == "O" else 0.0)


def _traced(scores: dict[str, float], ways: list[dict[str, str]]) -> list[str]:
    labels = [max(scores, key=lambda label: scores[label])]
    for way in reversed(ways):
        labels.append(way[labels[-1]])
    return labels[::-1]

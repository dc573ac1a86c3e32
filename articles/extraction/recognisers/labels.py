"""BILOU labels of words and the spans they mark: B begins a name, I goes on, L ends it, U is a whole name, O none."""

from collections.abc import Iterable, Sequence
from math import inf, log

LABELS = "OBILU"
OUTSIDE, WHOLE = "O", "U"
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
    """Return the likeliest lawful sequence of labels; each word's prior multiplies the marginal of "outside".

    Before "outside" a name has ended or nothing was, before the rest of a name it has begun; a name begins after
    "outside" alone, since two names in one run have a word between them, or they would be one.
    """
    if len(marginals) == 1:
        return [WHOLE if is_name_alone(marginals[0], priors[0]) else OUTSIDE]
    outside, begin, _, _, whole = _scores(marginals[0], priors[0])
    inside = last = -inf
    steps: list[tuple[str, str]] = []
    for marginal, prior in zip(marginals[1:], priors[1:], strict=True):
        ended, end = _ended(outside, last, whole)
        begun, name = ("B", begin) if begin >= inside else ("I", inside)
        scores = _scores(marginal, prior)
        outside, begin, inside, last, whole = (
            before + score for before, score in zip((end, outside, name, name, outside), scores, strict=True)
        )
        steps.append((ended, begun))
    return _traced(_ended(outside, last, whole)[0], steps)


def is_name_alone(marginal: dict[str, float], prior: float) -> bool:
    """Say whether the one word of a run, as most have, is a name; its prior multiplies the marginal of "outside"."""
    return _score(marginal, WHOLE) > _score(marginal, OUTSIDE) + log(prior)


def _score(marginal: dict[str, float], label: str) -> float:
    likely = marginal.get(label, 0.0)
    return log(likely) if likely > _LEAST else _LOG_LEAST


def _scores(marginal: dict[str, float], prior: float) -> list[float]:
    """Return the logarithm of each label's marginal, in the order of LABELS, that of "outside" with its prior."""
    scores = [log(likely) if (likely := marginal.get(label, 0.0)) > _LEAST else _LOG_LEAST for label in LABELS]
    scores[0] += log(prior)
    return scores


def _ended(outside: float, last: float, whole: float) -> tuple[str, float]:
    """Return the likeliest of the labels that may stand last, or before "outside", with its score."""
    if outside >= last and outside >= whole:
        return OUTSIDE, outside
    return ("L", last) if last >= whole else (WHOLE, whole)


def _traced(label: str, steps: list[tuple[str, str]]) -> list[str]:
    """Return the labels up to the last; steps say what stands before "outside", and what before the rest of a name."""
    labels = [label]
    for ended, begun in reversed(steps):
        label = ended if label == OUTSIDE else begun if label in "IL" else OUTSIDE
        labels.append(label)
    return labels[::-1]

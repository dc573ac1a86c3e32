"""Calibration: how often the model is right at a marginal probability, a rising curve of few points joined by lines.

Fitted on what cross-validation found (isotonic regression): groups of equal size by the model's own probability, and
neighbouring groups pooled until the curve rises (the pool-adjacent-violators algorithm).
"""

from bisect import bisect_left
from collections.abc import Sequence

CalibrationCurve = list[
    tuple[float, float]
]  # (the model's marginal, the share of such findings that are right), rising

GROUPS = 12


def calibrate(marginal: float, curve: Sequence[tuple[float, float]]) -> float:
    """Return the share of findings that are right at this marginal, on the line between two points of the curve."""
    at = bisect_left(curve, (marginal,))
    left, low = curve[at - 1] if at else (0.0, 0.0)
    right, high = curve[at] if at < len(curve) else (1.0, 1.0)
    return low + (high - low) * ((marginal - left) / (right - left) if right > left else 1.0)


def fit_calibration(findings: Sequence[tuple[float, bool]]) -> CalibrationCurve:
    """Return the curve that fits findings, each given as the model's marginal and whether it was right."""
    ordered = sorted(findings)
    size = max(1, len(ordered) // GROUPS)
    pools: list[list[tuple[float, bool]]] = []
    for at in range(0, len(ordered), size):
        pools.append(ordered[at : at + size])
        while len(pools) > 1 and _right(pools[-2]) >= _right(pools[-1]):
            last = pools.pop()
            pools[-1] = pools[-1] + last
    return [(round(sum(confidence for confidence, _ in pool) / len(pool), 3), round(_right(pool), 3)) for pool in pools]


def _right(pool: list[tuple[float, bool]]) -> float:
    return sum(right for _, right in pool) / len(pool)

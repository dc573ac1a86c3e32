"""How often the model is right when it is so and so sure: a rising curve of few points, joined by lines.

Fitted on what cross-validation found: in groups of equal size by sureness, neighbouring groups pooled until the curve
rises (the pool-adjacent-violators method).
"""

from collections.abc import Sequence

Curve = list[tuple[float, float]]  # (how sure the model is, how many of such findings are right), rising

GROUPS = 12


def calibrated(share: float, curve: Curve) -> float:
    """Return how many findings of such a share are right, between two points of the curve in a line."""
    left, low = 0.0, 0.0
    for right, high in [*curve, (1.0, 1.0)]:
        if share <= right:
            return low + (high - low) * ((share - left) / (right - left) if right > left else 1.0)
        left, low = right, high
    return share


def fitted(findings: Sequence[tuple[float, bool]]) -> Curve:
    """Return the curve of findings, each with how sure the model was and whether it was right."""
    ordered = sorted(findings)
    size = max(1, len(ordered) // GROUPS)
    pools: list[list[tuple[float, bool]]] = []
    for at in range(0, len(ordered), size):
        pools.append(ordered[at : at + size])
        while len(pools) > 1 and _right(pools[-2]) >= _right(pools[-1]):
            last = pools.pop()
            pools[-1] = pools[-1] + last
    return [(round(sum(sure for sure, _ in pool) / len(pool), 3), round(_right(pool), 3)) for pool in pools]


def _right(pool: list[tuple[float, bool]]) -> float:
    return sum(right for _, right in pool) / len(pool)

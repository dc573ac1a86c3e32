"""How many findings of a confidence annotators bore out: counted on articles that the weights were not learnt from."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from ..decisions.shipped import WEIGHTS
from ..findings import QuotationKind

BANDS = (0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.0)  # the least confidence of each
FEWEST = 20  # findings from which a share is said
_ALWAYS = 0.005  # half of what a confidence is rounded to


def band_of(confidence: float) -> float:
    """Return the least confidence of the band that a confidence between 0 and 1 is in."""
    return next(least for least in BANDS if confidence + _ALWAYS >= least)


def borne_out(kind: QuotationKind, confidence: float, folder: Path = WEIGHTS) -> tuple[int, int] | None:
    """Return how many of how many findings like one of this kind and confidence were right; None where few were seen.

    Raises ValueError where the table is damaged.
    """
    right, findings = _tables(folder)[kind == QuotationKind.INDIRECT].get(band_of(confidence), (0, 0))
    return (right, findings) if findings >= FEWEST else None


@cache
def _tables(folder: Path) -> tuple[dict[float, tuple[int, int]], dict[float, tuple[int, int]]]:
    marked, indirect = (_table(folder / f"{name}.json") for name in ("marked_finding", "indirect_finding"))
    return marked, indirect


def _table(path: Path) -> dict[float, tuple[int, int]]:
    if not path.is_file():
        return {}
    try:
        kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return {float(least): (int(right), int(findings)) for least, right, findings in kept["note"]["borne_out"]}
    except (KeyError, TypeError, ValueError) as problem:
        raise ValueError(f"{path.name} has no table of findings borne out: make it by train_quotations") from problem

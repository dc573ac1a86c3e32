"""The one table."""

import statistics
from collections.abc import Iterable, Sequence

from tests.benchmarks.search.measuring import Times
from tests.benchmarks.search.queries import KINDS

COLUMNS = (*KINDS, "all")
LABEL, WIDTH = 34, 16  # letters
FIRST, AGAIN = 1, 2  # places in a time


def heading(text: str) -> None:
    """Print what the next rows are."""
    print(f"\n{text:{LABEL}}" + "".join(f"{kind:>{WIDTH}}" for kind in COLUMNS))


def row(label: str, cells: Iterable[str]) -> None:
    """Print one row, as soon as it is known."""
    print(f"{label:{LABEL}}" + "".join(f"{cell:>{WIDTH}}" for cell in cells), flush=True)


def times_row(label: str, times: Times, which: int) -> None:
    """Print p50 / p95 in ms by kind."""
    row(label, (_middle_and_slow(_of(times, kind, which)) for kind in COLUMNS))


def ratio_row(label: str, ours: Times, rival: Times, which: int) -> None:
    """Print how many times as long the rival takes: medians over the questions that it was asked."""
    row(label, (_ratio(_asked_alike(ours, rival, kind, which), _of(rival, kind, which)) for kind in COLUMNS))


def _of(times: Times, kind: str, which: int) -> list[float]:
    return [float(one[which]) for one in times if kind in (one[0], "all")]


def _asked_alike(ours: Times, rival: Times, kind: str, which: int) -> list[float]:
    """Return our times for the rival's questions, which are the first of each kind."""
    kinds = [kind] if kind != "all" else list(KINDS)
    return [time for one in kinds for time in _of(ours, one, which)[: len(_of(rival, one, which))]]


def _middle_and_slow(seconds: Sequence[float]) -> str:
    if not seconds:
        return "–"
    return f"{statistics.median(seconds) * 1e3:.1f} / {slow(seconds) * 1e3:.1f}"


def slow(seconds: Sequence[float]) -> float:
    """Return the 95th percentile, by nearest rank."""
    return sorted(seconds)[max(0, -(-len(seconds) * 95 // 100) - 1)]


def _ratio(ours: Sequence[float], rival: Sequence[float]) -> str:
    if not ours or not rival:
        return "–"
    return f"{statistics.median(rival) / statistics.median(ours):.1f} ({slow(rival) / slow(ours):.1f})"

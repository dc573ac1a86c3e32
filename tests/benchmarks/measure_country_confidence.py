"""Measures whether the confidence of countries is honest: of the findings at 0.8 about 80 % should be right.

    python -m tests.benchmarks.measure_country_confidence

Right is a finding whose words meet a gold place of its country. Seats of government ("the Kremlin") are counted apart:
the gold annotates them as places nowhere. So are the sets apart: LGL and TR-News were gathered for their namesake
towns, where a capital's name alone is seldom the capital.
"""

import gzip
import json
from collections import Counter
from typing import Any

from articles.extraction import extract
from articles.extraction.findings import FoundCountry, Passage
from tests.benchmarks.scored import SHARED

SETS = ("GeoWebNews", "TR-News", "LGL")
BANDS = (0.95, 0.9, 0.8, 0.7, 0.6, 0.0)


def calibration() -> list[str]:
    """Return the table as lines: for each band of confidence and each set, how many findings and how many are right."""
    found: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for name in SETS:
        with gzip.open(SHARED / "data" / "countries" / f"{name}_dev.jsonl.gz", "rt", encoding="utf-8") as file:
            for line in file:
                for band, met in _judged(json.loads(line)):
                    found[band, name] += 1
                    right[band, name] += met
    bands = [*(f"{least:.2f} and more" for least in BANDS), "government"]
    return [f"{'confidence of countries':24}" + "".join(f"{name:>22}" for name in SETS)] + [
        f"{band:24}" + "".join(_share(right[band, name], found[band, name]) for name in SETS) for band in bands
    ]


def _share(right: int, found: int) -> str:
    return f"{right:>8} of {found:<4} {right / found:>4.0%} " if found else f"{'none':>22}"


def _judged(article: dict[str, Any]) -> list[tuple[str, bool]]:
    """Return the band of each country found in an article, and whether it is right."""
    lines = [(start, line) for start, line in _lines(article["text"]) if not line.isspace()]
    starts = [start for start, _ in lines]
    found = extract([Passage(line) for _, line in lines]).countries
    return [(_band(one), _is_right(one, starts[one.mention.passage], article["mentions"])) for one in found]


def _lines(text: str) -> list[tuple[int, str]]:
    lines, start = [], 0
    for line in text.split("\n"):
        if line:
            lines.append((start, line))
        start += len(line) + 1
    return lines


def _band(found: FoundCountry) -> str:
    if found.by == "government":
        return "government"
    return next(f"{least:.2f} and more" for least in BANDS if found.confidence >= least)


def _is_right(found: FoundCountry, offset: int, gold: list[dict[str, Any]]) -> bool:
    start, end = offset + found.mention.start, offset + found.mention.end
    return any(one["s"] < end and start < one["e"] and one["cc"] == found.code for one in gold)


if __name__ == "__main__":
    print("\n".join(calibration()))

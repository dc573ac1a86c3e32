"""Measures whether the confidence of quotations is honest: of the findings at 0.8 about 80 % should be right.

    python -m tests.benchmarks.measure_confidence

A quotation between marks is right when the gold has it and its speaker (PolNeAR dev, without the articles whose marks
the gold does not read); an indirect one when the gold of contents has its span and speaker.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.benchmarks.scored import SHARED, articles_of, found_in, has_odd_marks

BANDS = (0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.0)
SETS = {"between marks": "quotes/polnear_dev_quoted", "indirect": "quotes/polnear_dev_contents"}


def calibration() -> Iterator[str]:
    """Yield the table as lines: for each band of confidence how many findings there are and how many are right."""
    found: Counter[tuple[str, float]] = Counter()
    right: Counter[tuple[str, float]] = Counter()
    for kind, name in SETS.items():
        for quote, is_right in _judged(name, kind == "indirect"):
            band = next(least for least in BANDS if quote["confidence"] >= least)
            found[kind, band] += 1
            right[kind, band] += is_right
    yield f"{'confidence of quotations':24}" + "".join(f"{kind:>22}" for kind in SETS)
    for band in BANDS:
        yield f"{band:.2f} and more".ljust(24) + "".join(_share(right[kind, band], found[kind, band]) for kind in SETS)


def _judged(name: str, indirect: bool) -> Iterator[tuple[dict[str, Any], bool]]:
    """Yield each quotation found and whether the gold has it with its speaker."""
    sys.path.insert(0, str(SHARED / "gold"))
    import score_quotes as scorer

    for gold, system in zip(articles_of(name), found_in(name), strict=True):
        if has_odd_marks(gold):
            continue
        text = gold["text"]
        ours = [one | {"t": scorer.trim(text, one["start"], one["end"])} for one in system["quotes"]]
        theirs = [one | {"t": scorer.trim(text, one["start"], one["end"])} for one in gold["quotes"]]
        matched = {j: i for i, j, _ in scorer.match(theirs, ours, 0.8)}
        for j, one in enumerate(ours):
            if (one["type"] == "indirect") == indirect:
                speaker = theirs[matched[j]].get("speaker_text") if j in matched else ""
                yield one, j in matched and scorer.same_head(speaker, one["speaker_text"])


def _share(right: int, found: int) -> str:
    return f"{right:>8} of {found:<4} {right / found:>4.0%} " if found else f"{'none':>22}"


if __name__ == "__main__":
    if not SHARED.is_dir():
        sys.exit("The folder “shared” beside the project is absent: there is no gold to measure against.")
    print("\n".join(calibration()))

"""Figures of scored articles, with their 95 % interval by a bootstrap over articles, and what confidence is worth."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tests.benchmarks.audit.scoring import ScoredArticle

_SAMPLES = 400
_SEED = 13  # the same intervals in every run
_BANDS = 10


@dataclass(frozen=True)
class Counts:
    """What was counted: quotations in the gold and found, right ones, and those under a person's name."""

    right: int = 0
    found: int = 0
    wanted: int = 0
    named: int = 0
    wrong: int = 0  # of those under a name, said by nobody or somebody else

    @classmethod
    def of(cls, articles: Sequence["Counts"]) -> "Counts":
        """Add up the counts of articles."""
        sums = map(
            sum, zip(*((one.right, one.found, one.wanted, one.named, one.wrong) for one in articles), strict=True)
        )
        return cls(*sums)


SHARES: dict[str, Callable[[Counts], float]] = {
    "P": lambda counts: counts.right / max(counts.found, 1),
    "R": lambda counts: counts.right / max(counts.wanted, 1),
    "F1": lambda counts: 2 * counts.right / max(counts.found + counts.wanted, 1),
    "wrong mouth": lambda counts: counts.wrong / max(counts.named, 1),
}


def counted(article: ScoredArticle) -> Counts:
    """Return the counts of one article."""
    findings = article.findings
    return Counts(
        right=sum(one.right for one in findings),
        found=len(findings),
        wanted=article.wanted,
        named=sum(one.named for one in findings),
        wrong=sum(one.named and not one.right for one in findings),
    )


def figure(articles: Sequence[Counts], share: Callable[[Counts], float]) -> str:
    """Return a percentage over articles with its 95 % interval, by drawing as many articles with replacement."""
    draw = random.Random(_SEED)  # noqa: S311 - draws articles, keeps no secret
    drawn = sorted(share(Counts.of(draw.choices(articles, k=len(articles)))) for _ in range(_SAMPLES))
    low, high = drawn[int(0.025 * _SAMPLES)], drawn[int(0.975 * _SAMPLES)]
    return f"{100 * share(Counts.of(articles)):5.1f} ({100 * low:.1f} to {100 * high:.1f})"


def line(label: str, articles: Sequence[ScoredArticle]) -> str:
    """Return one line of the table."""
    counts = [counted(one) for one in articles]
    return f"{label:33}" + "  ".join(f"{name} {figure(counts, share)}" for name, share in SHARES.items())


def confidence(label: str, articles: Sequence[ScoredArticle], levels: Sequence[tuple[float, str]]) -> Iterator[str]:
    """Yield how many findings of each level of confidence are right, and the expected calibration error in points.

    `levels` are the least confidence of each and its name, the surest first. The error is the mean distance between the
    confidence and the share right, over ten bands of equal width (M. P. Naeini and others, 2015).
    """
    findings = [finding for article in articles for finding in article.findings]
    most = 1.1
    shares = []
    for least, name in levels:
        at = [one for one in findings if least <= one.confidence < most]
        shares.append(f"{name} {_share(sum(one.right for one in at), len(at))}")
        most = least
    bands: dict[int, float] = {}
    for one in findings:
        band = min(int(one.confidence * _BANDS), _BANDS - 1)
        bands[band] = bands.get(band, 0.0) + one.confidence - one.right
    error = 100 * sum(map(abs, bands.values())) / max(len(findings), 1)
    yield f"{label:33}{'; '.join(shares)}; expected calibration error {error:.1f} points"


def _share(right: int, whole: int) -> str:
    return f"{right} of {whole} right" + (f" ({100 * right / whole:.1f} %)" if whole else "")

"""Measures quotations on the audit: real articles of the archive, annotated one by one.

    python -m tests.benchmarks.measure_audit [train|dev]

Prints precision, recall and F1 of span and speaker by kind and by genre, and the wrong-mouth rate: the share of what
stands under a person's name that nobody or somebody else said. Indirect ones are measured as printed by `find_in` and
as the archive stores them. The articles that the decisions are learnt from (train) are each read by decisions learnt
from the others, five-fold by article; any other file is read by those that ship. Behind each figure stands its 95 %
interval, by a bootstrap over articles. What is right is decided as by `score_audit.py` beside the gold. Needs the
folder `shared` beside the project.
"""

import importlib.util
import json
import os
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

import django

from articles.extraction.decisions import Decisions
from articles.extraction.decisions.shipped import shipped_decisions
from articles.extraction.findings_json import findings_of
from articles.extraction.training.quotations.crossvalidation import PARTS, decisions_by_part, part_of
from articles.extraction.training.quotations.gold import read_gold
from tests.benchmarks.scored import SHARED

SAMPLES = 400
_SEED = 13  # the same intervals in every run
_MARKED = frozenset(("direct", "mixed"))
_INDIRECT = frozenset(("indirect",))
_LEARNT_FROM = "train"
_NEUTRAL = 0.3  # overlap with doubtful gold from which a finding is neither right nor false


@dataclass(frozen=True)
class Counts:
    """What was counted in one article: quotations in the gold and found, right ones, and those under a name."""

    right: int = 0
    found: int = 0
    wanted: int = 0
    named: int = 0  # findings under a person's name
    wrong: int = 0  # of these, said by nobody or somebody else

    def __add__(self, other: "Counts") -> "Counts":
        """Return both counts together."""
        return Counts(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(Counts)))


def main() -> None:
    """Print one line for each kind and genre."""
    name = sys.argv[1] if len(sys.argv) > 1 else "train"
    path = SHARED / "gold" / f"audit_{name}.jsonl"
    if not path.is_file():
        sys.exit(f"{path} is absent: there is no audit to measure against.")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    from articles.findings.extracted import LEAST_INDIRECT  # what is stored is said beside the tables

    tallies: dict[str, list[Counts]] = defaultdict(list)
    learnt = decisions_by_part(list(read_gold(path))) if name == _LEARNT_FROM else [shipped_decisions()] * PARTS
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        for kind, counts in counted(article, LEAST_INDIRECT, learnt[part_of(article["id"])]):
            tallies[kind].append(counts)
            tallies[f"{kind} · {article.get('genre', 'other')}"].append(counts)
    for kind, articles in sorted(tallies.items()):
        print(f"{kind:33}" + "  ".join(f"{label} {figure(articles, share)}" for label, share in _FIGURES.items()))


def counted(article: dict[str, Any], least_stored: float, decisions: Decisions) -> Iterator[tuple[str, Counts]]:
    """Yield by kind what is counted in one article of the audit; indirect ones are stored from a confidence on."""
    given = {"id": article["id"], "text": article["text"]}
    plain, contents = findings_of(given, decisions=decisions), findings_of(given, contents=True, decisions=decisions)
    people = {name for _, _, name in plain["persons"]}
    stored = {"quotes": [quote for quote in contents["quotes"] if quote["confidence"] >= least_stored]}
    yield "direct and mixed", compared(article, plain, _MARKED, 0.8, people)
    yield "indirect as printed", compared(article, contents, _INDIRECT, 0.5, people)
    yield "indirect as stored", compared(article, stored, _INDIRECT, 0.5, people)


def compared(
    article: dict[str, Any], system: dict[str, Any], kinds: frozenset[str], least: float, people: set[str]
) -> Counts:
    """Return the counts of some kinds; spans are the same from an overlap of `least` (Jaccard) on."""
    scorer, text = _scorer(), article["text"]
    wanted = list(scorer.items(text, article["quotes"], kinds))
    found = list(scorer.items(text, system["quotes"], kinds))
    gold_of = _matched([span for span, _ in wanted], [span for span, _ in found], least)
    doubtful = [
        span for span, quote in scorer.items(text, article["quotes"], _MARKED | _INDIRECT) if quote.get("doubt")
    ]
    neutral = {
        number
        for number, (span, _) in enumerate(found)
        if number not in gold_of and any(scorer.jaccard(one, span) > _NEUTRAL for one in doubtful)
    }
    right = {number for number, one in gold_of.items() if scorer.same_speaker(wanted[one][1], found[number][1])}
    named = [n for n, (_, quote) in enumerate(found) if quote["speaker_name"] in people and n not in neutral]
    met = set(gold_of.values())
    return Counts(
        right=len(right),
        found=len(found) - len(neutral),
        wanted=sum(number in met or not quote.get("doubt") for number, (_, quote) in enumerate(wanted)),
        named=len(named),
        wrong=sum(number not in right for number in named),
    )


def _matched(wanted: Sequence[Any], found: Sequence[Any], least: float) -> dict[int, int]:
    """Return the number of a gold span for each found one that it overlaps enough, the closest pairs first."""
    overlap = _scorer().jaccard
    pairs = sorted(((overlap(w, f), i, j) for i, w in enumerate(wanted) for j, f in enumerate(found)), reverse=True)
    gold_of: dict[int, int] = {}
    met: set[int] = set()
    for share, one, number in pairs:
        if share >= least and one not in met and number not in gold_of:
            gold_of[number] = one
            met.add(one)
    return gold_of


def figure(articles: Sequence[Counts], share: Callable[[Counts], float]) -> str:
    """Return a percentage over articles with its 95 % interval, by drawing as many articles with replacement."""
    draw = random.Random(_SEED)  # noqa: S311 - draws articles, keeps no secret
    drawn = sorted(share(_total(draw.choices(articles, k=len(articles)))) for _ in range(SAMPLES))
    low, high = drawn[int(0.025 * SAMPLES)], drawn[int(0.975 * SAMPLES)]
    return f"{100 * share(_total(articles)):5.1f} ({100 * low:.1f} to {100 * high:.1f})"


def _total(articles: Sequence[Counts]) -> Counts:
    return sum(articles, start=Counts())


_FIGURES: dict[str, Callable[[Counts], float]] = {
    "P": lambda counts: counts.right / max(counts.found, 1),
    "R": lambda counts: counts.right / max(counts.wanted, 1),
    "F1": lambda counts: 2 * counts.right / max(counts.found + counts.wanted, 1),
    "wrong mouth": lambda counts: counts.wrong / max(counts.named, 1),
}


def _scorer() -> Any:
    """Return the scorer that lies beside the gold, as a module."""
    if "score_audit" not in sys.modules:
        spec = importlib.util.spec_from_file_location("score_audit", SHARED / "gold" / "score_audit.py")
        assert spec
        assert spec.loader
        module = importlib.util.module_from_spec(spec)
        sys.modules["score_audit"] = module
        spec.loader.exec_module(module)
    return sys.modules["score_audit"]


if __name__ == "__main__":
    main()

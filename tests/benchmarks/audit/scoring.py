"""Which findings of an article are right by the audit; what is right is decided by `score_audit.py` beside the gold."""

import importlib.util
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.benchmarks.scored import SHARED

MARKED = frozenset(("direct", "mixed"))
INDIRECT = frozenset(("indirect",))
_NEUTRAL = 0.3  # overlap with doubtful gold from which a finding is neither right nor false
_TERM = 0.5  # overlap from which a marked term was taken for speech


@dataclass(frozen=True)
class ScoredFinding:
    """A finding: whether it is right, with its speaker; whether it stands under a person's name; its confidence."""

    right: bool
    named: bool
    confidence: float


@dataclass(frozen=True)
class ScoredArticle:
    """The findings of some kinds in an article, those aside that are neither right nor false, and what was wanted."""

    findings: tuple[ScoredFinding, ...]
    wanted: int
    terms: int  # marked terms in the gold
    terms_taken: int  # of these, taken for speech
    in_boilerplate: int  # findings in what is no article text


def scored(article: dict[str, Any], system: dict[str, Any], kinds: frozenset[str], least: float = 0.0) -> ScoredArticle:
    """Score what a system found in an article, of some kinds and from a confidence on."""
    scorer, text = _scorer(), article["text"]
    wanted = list(scorer.items(text, article["quotes"], kinds))
    found = [one for one in scorer.items(text, system["quotes"], kinds) if one[1]["confidence"] >= least]
    spans = [span for span, _ in found]
    gold_of = _matched([span for span, _ in wanted], spans, 0.8 if kinds == MARKED else 0.5)
    every = scorer.items(text, article["quotes"], MARKED | INDIRECT)
    doubtful = [span for span, quote in every if quote.get("doubt")]
    people = {name for _, _, name in system["persons"]}
    met = set(gold_of.values())
    terms = [scorer.trim(text, *term) for term in article.get("terms", [])]
    return ScoredArticle(
        findings=tuple(
            ScoredFinding(
                number in gold_of and scorer.same_speaker(wanted[gold_of[number]][1], quote),
                quote["speaker_name"] in people,
                quote["confidence"],
            )
            for number, (span, quote) in enumerate(found)
            if number in gold_of or not any(scorer.jaccard(one, span) > _NEUTRAL for one in doubtful)
        ),
        wanted=sum(number in met or not quote.get("doubt") for number, (_, quote) in enumerate(wanted)),
        terms=len(terms),
        terms_taken=sum(any(scorer.jaccard(term, span) > _TERM for span in spans) for term in terms),
        in_boilerplate=sum(
            any(start <= span[0] < end for start, end in article.get("boilerplate", [])) for span in spans
        ),
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


@cache
def _scorer() -> Any:
    """Return the scorer that lies beside the gold, as a module."""
    spec = importlib.util.spec_from_file_location("score_audit", SHARED / "gold" / "score_audit.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_audit"] = module
    spec.loader.exec_module(module)
    return module

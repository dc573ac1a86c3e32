"""Measures quotations on the audit: real articles of the archive, annotated one by one.

    python -m tests.benchmarks.measure_audit [train|dev] [FURTHER …]

Prints precision, recall and F1 of span and speaker by kind and by genre, and the wrong-mouth rate: the share of what
stands under a person's name that nobody or somebody else said. Indirect ones are measured as printed by `find_in` and
as the archive stores them. Behind each figure stands its 95 % interval, by a bootstrap over articles. Then how many
marked terms were taken for speech, how many findings stand in what is no article text, and what confidence is worth.

The articles that the decisions are learnt from (train) are each read by decisions learnt from the others, five-fold by
article; further files of annotated articles teach too, and are not measured. Any other file is read by the decisions
that ship. Needs the folder `shared` beside the project.
"""

import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import django

from articles.extraction import extract
from articles.extraction.certainty import LEVELS
from articles.extraction.decisions import Decisions
from articles.extraction.decisions.shipped import shipped_decisions
from articles.extraction.findings_json import as_json, passages_of
from articles.extraction.training.quotations.build import all_further_lessons
from articles.extraction.training.quotations.crossvalidation import decisions_by_part
from articles.extraction.training.quotations.gold import read_gold
from articles.extraction.training.quotations.parts import PARTS, part_of
from articles.extraction.training.quotations.teacher import Lesson
from tests.benchmarks.audit import figures
from tests.benchmarks.audit.scoring import INDIRECT, MARKED, ScoredArticle, scored
from tests.benchmarks.scored import SHARED

LEARNT_FROM = "train"
DIRECT, PRINTED, STORED = "direct and mixed", "indirect as printed", "indirect as stored"


def main() -> None:
    """Print the table."""
    name, *further = sys.argv[1:] or [LEARNT_FROM]
    print("\n".join(measured(name, [Path(file) for file in further])))


def measured(name: str, further: Sequence[Path] = ()) -> Iterator[str]:
    """Yield the lines of the table for a file of the audit; ends the program where the file is absent.

    Where decisions are learnt on the way, they learn from `further` files of annotated articles too.
    """
    path = SHARED / "gold" / f"audit_{name}.jsonl"
    if not path.is_file():
        sys.exit(f"{path} is absent: there is no audit to measure against.")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    own = name == LEARNT_FROM
    taught = [gold for file in (path, *further) for gold in read_gold(file)]
    learnt = decisions_by_part(taught, _further()) if own else [shipped_decisions()] * PARTS
    tallies: dict[str, list[ScoredArticle]] = defaultdict(list)
    for text in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(text)
        for kind, one in _scored(article, learnt[part_of(article["id"])]).items():
            tallies[kind].append(one)
            tallies[f"{kind} · {article.get('genre', 'other')}"].append(one)
    yield from (figures.line(kind, articles) for kind, articles in sorted(tallies.items()))
    marked = tallies[DIRECT]
    taken, terms = (sum(getattr(one, field) for one in marked) for field in ("terms_taken", "terms"))
    everywhere = sum(one.in_boilerplate for one in (*marked, *tallies[PRINTED]))
    yield f"terms taken for speech: {taken} of {terms}; findings in boilerplate: {everywhere}"
    for kind in (DIRECT, STORED):
        yield from figures.confidence(kind, tallies[kind], LEVELS)


def _further() -> list[Lesson]:
    """Return the further lessons that `train_quotations` learns from too."""
    reports = SHARED / "data" / "quotes" / "polnear_train_contents.jsonl.gz"
    archive = SHARED / "data" / "articles" / "articles.jsonl.gz"
    return all_further_lessons(*(file if file.is_file() else None for file in (reports, archive)))


def _scored(article: dict[str, Any], decisions: Decisions) -> dict[str, ScoredArticle]:
    from articles.findings.extracted import LEAST_INDIRECT  # what is stored is said beside the tables

    passages, offsets = passages_of(article["text"])
    found = extract(passages, decisions=decisions)
    plain, contents = (as_json(article["id"], found, offsets, one) for one in (False, True))
    return {
        DIRECT: scored(article, plain, MARKED),
        PRINTED: scored(article, contents, INDIRECT),
        STORED: scored(article, contents, INDIRECT, LEAST_INDIRECT),
    }


if __name__ == "__main__":
    main()

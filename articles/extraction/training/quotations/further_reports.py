"""Further lessons about reported clauses, from news that others annotated with all that is attributed to somebody.

A line of the file (gzipped) is {"id", "text", "quotes": [{"start", "end", "speaker_text"}]}, offsets half-open code
points of the text; PolNeAR's train part in this form (Newell et al., 2018) was used. Its annotators took beliefs, plans
and deeds for attributions too, so only claims whose verbs report words teach; each lesson weighs less than one of the
articles that were annotated for this project, and a feature of its own takes what differs in general.
"""

import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from ... import extract
from ...decisions import Decisions
from ...findings_json import passages_of
from .gold import GoldArticle, GoldQuotation, trimmed
from .teacher import Lesson, Teacher

WEIGHT = 0.3  # of a lesson beside one of the project's own articles, chosen by cross-validation
MOST = 300  # articles that are read; more teach hardly more
_OF_WORDS = frozenset(
    f"frame:{name}" for name in ("clause", "that", "evidence", "hearer", "following", "according", "as")
)
_ELSEWHERE = "from:elsewhere"


def further_lessons(path: Path) -> Iterator[Lesson]:
    """Yield lessons for the decision `report`. Raises OSError, or ValueError with the line that is no article."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(islice(lines, MOST), 1):
            try:
                article = _article(line)
            except (ValueError, KeyError, TypeError) as problem:
                raise ValueError(
                    f"{path.name}, line {number} is no article with “id”, “text” and “quotes”"
                ) from problem
            yield from _lessons_of(article)


def _article(line: str) -> GoldArticle:
    read = json.loads(line)
    text = str(read["text"])
    return GoldArticle(str(read["id"]), text, tuple(_quotation(text, quote) for quote in read["quotes"]))


def _quotation(text: str, quote: dict[str, object]) -> GoldQuotation:
    start, end = trimmed(text, int(str(quote["start"])), int(str(quote["end"])))
    speaker = str(quote.get("speaker_text") or "")
    return GoldQuotation(start, end, marked=False, doubtful=False, kind="unnamed", name=speaker, words="")


def _lessons_of(article: GoldArticle) -> Iterator[Lesson]:
    passages, offsets = passages_of(article.text)
    teacher = Teacher(article, offsets)
    extract(passages, decisions=Decisions(report=teacher.decisions().report))
    for lesson in teacher.lessons:
        if not _OF_WORDS.isdisjoint(lesson.features):
            yield replace(lesson, features=(*lesson.features, _ELSEWHERE), weight=WEIGHT)

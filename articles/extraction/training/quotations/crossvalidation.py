"""Lessons of annotated articles, and cross-validation by article: each is read by decisions that have not seen it."""

import zlib
from collections.abc import Sequence

from ... import extract
from ...decisions import Decisions
from ...findings_json import passages_of
from .fit import fit_decisions
from .gold import GoldArticle
from .teacher import Lesson, Teacher

PARTS = 5


def lessons_of(article: GoldArticle) -> list[Lesson]:
    """Return what the decisions can learn from one article."""
    passages, offsets = passages_of(article.text)
    teacher = Teacher(article, offsets)
    extract(passages, decisions=teacher.decisions())
    return teacher.lessons


def part_of(key: str, parts: int = PARTS) -> int:
    """Return the part that an article belongs to: the same in every run, whatever other articles there are."""
    return zlib.crc32(key.encode()) % parts


def decisions_by_part(articles: Sequence[GoldArticle], parts: int = PARTS) -> list[Decisions]:
    """Return for each part the decisions learnt from the articles of all others."""
    lessons = [lesson for article in articles for lesson in lessons_of(article)]
    return [
        fit_decisions([lesson for lesson in lessons if part_of(lesson.article, parts) != part]) for part in range(parts)
    ]

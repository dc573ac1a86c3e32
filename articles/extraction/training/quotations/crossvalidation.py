"""Lessons of annotated articles, and cross-validation by article: each is read by decisions that have not seen it.

Whether findings are right can only be learnt from findings as they are for articles not learnt from. So the decisions
of the steps are learnt first, each article is read by those learnt from the other parts, and what is found so teaches
the decisions on findings (stacked generalisation: D. H. Wolpert, 1992).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ... import extract
from ...decisions import Decisions
from ...findings_json import passages_of
from .fit import fit_decisions
from .gold import GoldArticle
from .parts import PARTS, part_of
from .teacher import Lesson, Teacher


@dataclass(frozen=True)
class Lessons:
    """What articles teach: the steps, and what they find in articles that they have not seen."""

    of_steps: tuple[Lesson, ...]
    of_findings: tuple[Lesson, ...]

    def learnt(self, without: int | None = None) -> Decisions:
        """Return the decisions that these lessons teach, or those of all parts but one."""
        return fit_decisions([one for one in (*self.of_steps, *self.of_findings) if part_of(one.article) != without])


def lessons_of(articles: Sequence[GoldArticle], further: Sequence[Lesson] = ()) -> Lessons:
    """Return what the decisions can learn from articles, and from further lessons about the steps."""
    of_steps = (*(lesson for article in articles for lesson in _of_steps(article)), *further)
    steps = [fit_decisions([one for one in of_steps if part_of(one.article) != part]) for part in range(PARTS)]
    return Lessons(
        of_steps, tuple(lesson for article in articles for lesson in _of_findings(article, steps[part_of(article.key)]))
    )


def decisions_by_part(articles: Sequence[GoldArticle], further: Sequence[Lesson] = ()) -> list[Decisions]:
    """Return for each part the decisions learnt from the articles of all others, and from further lessons."""
    lessons = lessons_of(articles, further)
    return [lessons.learnt(without=part) for part in range(PARTS)]


def _of_steps(article: GoldArticle) -> list[Lesson]:
    passages, offsets = passages_of(article.text)
    teacher = Teacher(article, offsets)
    extract(passages, decisions=teacher.decisions())
    return teacher.lessons


def _of_findings(article: GoldArticle, steps: Decisions) -> list[Lesson]:
    passages, offsets = passages_of(article.text)
    teacher = Teacher(article, offsets)
    extract(passages, decisions=teacher.of_findings(steps))
    return teacher.lessons

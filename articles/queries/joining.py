"""What joining two people would touch: how much the archive has of each, with samples, and what was decided before."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from articles.models import Alias, Article, Mention, MergeCandidate, MergeDecision, Person, Quotation, Role, Subject

from .merge_candidates import MentionExample, mention_example

SAMPLES = 2
MOST_LISTED = 6  # roles and spellings of each


@dataclass(slots=True)
class JoinSide:
    """One of two who may be joined: what pages show as theirs."""

    side: Person
    mentions: int = 0
    articles: int = 0
    quotations: int = 0
    about: int = 0
    roles: list[str] = field(default_factory=list)
    spellings: list[str] = field(default_factory=list)
    samples: list[MentionExample] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class JoinPreview:
    """Both sides, whom more articles name first; in how many articles both are named; the pair, if it is one already.

    `last` is what was decided about the pair before.
    """

    sides: tuple[JoinSide, JoinSide]
    together: int
    pair: MergeCandidate | None
    last: MergeDecision | None

    @property
    def seen(self) -> str:
        """The state of the pair that a form is made from, "" where it is none yet."""
        return self.pair.state if self.pair else ""


def join_preview(one: Person, other: Person) -> JoinPreview:
    """Read what joining these two would touch (11 queries)."""
    sides = _sides([one, other])
    pair = MergeCandidate.objects.filter(Q(first=one, second=other) | Q(first=other, second=one)).first()
    last = MergeDecision.objects.filter(candidate=pair).select_related("editor").last() if pair else None
    named = [Mention.objects.filter(person=person, paragraph__article=OuterRef("pk")) for person in (one, other)]
    together = Article.objects.filter(Exists(named[0]), Exists(named[1])).count()
    first, second = sorted((sides[one.pk], sides[other.pk]), key=lambda side: -side.articles)
    return JoinPreview((first, second), together, pair, last)


def _sides(people: Sequence[Person]) -> dict[int, JoinSide]:
    sides = {person.pk: JoinSide(person) for person in people}
    mentions = Mention.objects.filter(person__in=people).order_by().values_list("person")
    for key, times, articles in mentions.annotate(times=Count("pk"), n=Count("paragraph__article", distinct=True)):
        sides[key].mentions, sides[key].articles = times, articles
    said = (
        Quotation.objects.said().known().filter(speakers__person__in=people).order_by().values_list("speakers__person")
    )
    for key, times in said.annotate(times=Count("pk", distinct=True)):
        sides[key].quotations = times
    about = (
        Subject.objects.filter(person__in=people, quotation__in=Quotation.objects.said())
        .order_by()
        .values_list("person")
    )
    for key, times in about.annotate(times=Count("quotation", distinct=True)):
        sides[key].about = times
    roles, spellings = _words(Role.objects, "words", people), _words(Alias.objects.leading(), "name", people)
    for person in people:
        side = sides[person.pk]
        side.roles, side.spellings = roles[person.pk][:MOST_LISTED], spellings[person.pk][:MOST_LISTED]
        side.samples = _samples(person)
    return sides


def _words(rows: Any, column: str, people: Sequence[Person]) -> defaultdict[int, list[str]]:
    """Return the words that rows have of each person, the most frequent first."""
    counted = rows.filter(person__in=people).order_by().values_list("person", column)
    words: defaultdict[int, list[str]] = defaultdict(list)
    for key, one, _ in counted.annotate(times=Count("pk")).order_by("-times", column):
        words[key].append(one)
    return words


def _samples(person: Person) -> list[MentionExample]:
    """Return the person's latest mentions, each with the words around it."""
    latest = Mention.objects.filter(person=person).order_by("-pk").select_related("paragraph__article__publisher")
    return [mention_example(mention) for mention in latest[:SAMPLES]]

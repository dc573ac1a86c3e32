"""What the page of merge candidates among publishers reads: two side by side, each as articles name it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, F, Max, Min, Q, QuerySet
from django.db.models.functions import Coalesce, Left

from articles.models import Article, Publisher, PublisherAlias, PublisherCandidate, PublisherDecision

from .merge_candidates import SHOWN
from .publishers import DAY, in_order


@dataclass(slots=True)
class PublisherSide:
    """One of two: the publisher, its spellings, how many articles name it and when, their sections, the newest."""

    side: Publisher
    aliases: list[str] = field(default_factory=list)
    articles: int = 0
    first: str | None = None
    last: str | None = None
    sections: list[str] = field(default_factory=list)
    example: Article | None = None


@dataclass(frozen=True, slots=True)
class PublisherCandidateEntry:
    """A merge candidate as its page shows it; the side that more articles name comes first."""

    candidate: PublisherCandidate
    sides: tuple[PublisherSide, PublisherSide]
    last: PublisherDecision | None


def publisher_candidate_entries(keys: Sequence[int]) -> list[PublisherCandidateEntry]:
    """Return these merge candidates, in this order (6 queries)."""
    candidates = PublisherCandidate.objects.select_related("first", "second").in_bulk(keys)
    sides = _sides({one.pk: one for pair in candidates.values() for one in (pair.first, pair.second)})
    decisions = PublisherDecision.objects.filter(candidate__in=candidates).select_related("editor", "kept")
    last = {decision.candidate_id: decision for decision in decisions}
    return [
        PublisherCandidateEntry(one, _ordered(sides[one.first_id], sides[one.second_id]), last.get(one.pk))
        for one in (candidates[key] for key in keys if key in candidates)
    ]


def _ordered(one: PublisherSide, other: PublisherSide) -> tuple[PublisherSide, PublisherSide]:
    return (one, other) if one.articles >= other.articles else (other, one)


def _sides(publishers: dict[int, Publisher]) -> dict[int, PublisherSide]:
    sides = {key: PublisherSide(publisher) for key, publisher in publishers.items()}
    day, dated = Left("published", DAY), Q(published_from__isnull=False)
    named = _as_named(publishers)
    counted = named.values_list("whom").annotate(
        times=Count("pk"), first=Min(day, filter=dated), last=Max(day, filter=dated), newest=Max("pk")
    )
    newest: dict[int, int] = {}
    for key, times, first, last, newest_of_it in counted:
        sides[key].articles, sides[key].first, sides[key].last = times, first, last
        newest[newest_of_it] = key
    for article in Article.objects.filter(pk__in=newest):
        sides[newest[article.pk]].example = article
    sections = named.exclude(section=None).values_list("whom", "section__name").annotate(times=Count("pk"))
    for key, name, _ in sections.order_by("-times", "section__name"):
        if len(sides[key].sections) < SHOWN:
            sides[key].sections.append(name)
    own = PublisherAlias.objects.annotate(whom=Coalesce("named_as", "publisher")).filter(whom__in=publishers)
    for key, name in own.order_by().values_list("whom", "name"):
        sides[key].aliases = in_order([*sides[key].aliases, name])
    return sides


def _as_named(publishers: Iterable[int]) -> QuerySet[Any]:
    """Return the articles that name these publishers, each with the one it names in `whom`, whichever is shown."""
    keys = list(publishers)
    own = Q(publisher__in=keys, named_as=None) | Q(named_as__in=keys)
    rows = Article.objects.filter(own).order_by()
    named: QuerySet[Any] = rows.annotate(whom=Coalesce(F("named_as"), F("publisher")))
    return named

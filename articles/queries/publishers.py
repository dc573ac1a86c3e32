"""What the pages of publishers read."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Max, Min, Q, QuerySet
from django.db.models.functions import Left

from articles.models import Article, Person, Publisher, PublisherAlias, Quotation, Section

from .articles import ArticleEntry, article_entries
from .counted import CountedEntity
from .ordering import newest
from .people import SHOWN, speakers_of
from .years import YearCount, years_of

DAY = len("2022-03-18")  # the characters of a date without its time
MOST_SECTIONS = 30


@dataclass(frozen=True, slots=True)
class PublisherEntry:
    """A publisher as lists show it: how many articles of it there are, from which day to which, and its spellings.

    Dates are ISO dates as exact as they are known; None where no article has one.
    """

    publisher: Publisher
    article_count: int
    first: str | None
    last: str | None
    aliases: list[str]


@dataclass(frozen=True, slots=True)
class SectionCount:
    """A section, and how many articles of a publisher stand in it."""

    section: Section
    times: int


@dataclass(frozen=True, slots=True)
class PublisherPage:
    """All that a publisher's page shows; `sections` and `speakers` have the most frequent first."""

    entry: PublisherEntry
    sections: list[SectionCount]
    articles: list[ArticleEntry]
    quotation_count: int
    speakers: list[CountedEntity[Person]]
    years: list[YearCount]

    @property
    def undated(self) -> int:
        """How many of the articles are of no year, since their date is not known."""
        return self.entry.article_count - sum(year.times for year in self.years)

    @property
    def most_in_a_year(self) -> int:
        """The highest of the years' numbers."""
        return max((year.times for year in self.years), default=0)


def publisher_entries(keys: Sequence[int]) -> list[PublisherEntry]:
    """Return these publishers, in this order (3 queries)."""
    by_key = Publisher.objects.in_bulk(keys)
    counted = {key: (times, first, last) for key, times, first, last in _counted(keys)}
    spelled: dict[int, list[str]] = {key: [] for key in keys}
    for key, name in PublisherAlias.objects.filter(publisher__in=keys).order_by().values_list("publisher", "name"):
        if key in by_key and name != by_key[key].name:
            spelled[key].append(name)
    return [
        PublisherEntry(by_key[k], *counted.get(k, (0, None, None)), in_order(spelled[k])) for k in keys if k in by_key
    ]


def in_order(names: list[str]) -> list[str]:
    """Return spellings in the order of their letters, whatever order the database's language has."""
    return sorted(names, key=lambda name: (name.casefold(), name))


def _counted(keys: Sequence[int]) -> QuerySet[Article, tuple[int, int, str | None, str | None]]:
    """Return for each publisher how many articles there are, and the first and last day of those with a date."""
    day, dated = Left("published", DAY), Q(published_from__isnull=False)
    rows = Article.objects.filter(publisher__in=keys).order_by().values_list("publisher")
    return rows.annotate(times=Count("pk"), first=Min(day, filter=dated), last=Max(day, filter=dated))


def publisher_page(publisher: Publisher) -> PublisherPage:
    """Read a publisher's page (a fixed number of queries)."""
    articles = Article.objects.filter(publisher=publisher)
    quotations = Quotation.objects.said().filter(article__publisher=publisher)
    return PublisherPage(
        publisher_entries([publisher.pk])[0],
        _sections(articles),
        article_entries(newest(articles, SHOWN)),
        quotations.count(),
        speakers_of(quotations.known()),
        years_of(articles),
    )


def _sections(articles: QuerySet[Article]) -> list[SectionCount]:
    counted = articles.exclude(section=None).order_by().values_list("section").annotate(times=Count("pk"))
    times = dict(counted.order_by("-times", "section__name")[:MOST_SECTIONS])
    sections = Section.objects.in_bulk(times)
    return [SectionCount(sections[key], count) for key, count in times.items() if key]

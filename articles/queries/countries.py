"""What the pages of countries read."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from articles.models import Article, Country, Mention, Person, Quotation, Speaker
from articles.names.normalise import normalise

from .articles import ArticleEntry, article_entries
from .counted import CountedEntity, counted_people
from .ordering import newest
from .people import SHOWN, speakers_of
from .quotations import QuotationEntry, about, newest_entries

IN_A_COLUMN = 5  # quotations that stand beside others
WAYS = {
    "name": "By name",
    "people": "By the people",
    "capital": "By the capital",
    "government": "By the government",
    "place": "By a place there",
}


def countries_with_counts() -> list[CountedEntity[Country]]:
    """Return the countries in use by name, accents aside, with how many places mention them."""
    countries = Country.objects.in_use().annotate(times=Count("mentions"))
    return [CountedEntity(one, one.times) for one in sorted(countries, key=lambda country: normalise(country.name))]


@dataclass(frozen=True, slots=True)
class WayCount:
    """By what articles name a country, in words (`who`, as bars on pages ask): in how many places they do."""

    who: str
    times: int


@dataclass(frozen=True, slots=True)
class CountryPage:
    """All that a country's page shows; `unsure_count` are quotations that may be its, and in no other number.

    `about_count` has all that is said about it, `about_unsure_count` those of which it is unsure who said them.
    """

    country: Country
    article_count: int
    articles: list[ArticleEntry]
    people: list[CountedEntity[Person]]
    said_count: int
    said: list[QuotationEntry]
    about_count: int
    about: list[QuotationEntry]
    about_unsure_count: int
    unsure_count: int
    about_by: list[CountedEntity[Person]]
    ways: list[WayCount]


def country_page(country: Country) -> CountryPage:
    """Read a country's page (a fixed number of queries)."""
    mentions = Mention.objects.filter(country=country)
    articles = Article.objects.filter(pk__in=mentions.values("paragraph__article"))
    said = Quotation.objects.said().filter(pk__in=Speaker.objects.filter(country=country).values("quotation"))
    own, spoken_of = said.known(), about(country=country)
    shown = newest_entries((own, IN_A_COLUMN), (spoken_of, IN_A_COLUMN))
    return CountryPage(
        country=country,
        article_count=articles.count(),
        articles=article_entries(newest(articles, SHOWN)),
        people=_people_beside(mentions),
        said_count=own.count(),
        said=shown[0],
        about_count=spoken_of.count(),
        about=shown[1],
        about_unsure_count=spoken_of.unsure().count(),
        unsure_count=said.unsure().count(),
        about_by=speakers_of(spoken_of.known()),
        ways=_ways(mentions),
    )


def _ways(mentions: QuerySet[Mention]) -> list[WayCount]:
    """Return by what a country is named, the most frequent first (1 query)."""
    counted = mentions.order_by().values_list("by").annotate(times=Count("pk")).order_by("-times", "by")
    return [WayCount(WAYS.get(way, way), times) for way, times in counted]


def _people_beside(mentions: QuerySet[Mention]) -> list[CountedEntity[Person]]:
    """Return the people most named in the same paragraphs, with in how many."""
    beside = Mention.objects.filter(paragraph__in=mentions.values("paragraph"), person__isnull=False)
    counted = beside.order_by().values_list("person_id").annotate(times=Count("paragraph", distinct=True))
    return counted_people({key: times for key, times in counted.order_by("-times", "person")[:SHOWN] if key})

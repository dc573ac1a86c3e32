"""What the pages of countries read."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from articles.models import Article, Country, Mention, Person, Quotation, Speaker
from articles.names.normalise import normalise

from .articles import ArticleEntry, article_entries
from .counted import CountedEntity, counted_people
from .ordering import newest
from .people import SHOWN, speakers_of
from .quotations import QuotationEntry, about, quotation_entries


def countries_with_counts() -> list[CountedEntity[Country]]:
    """Return the countries in use by name, accents aside, with how many places mention them."""
    countries = Country.objects.in_use().annotate(times=Count("mentions"))
    return [CountedEntity(one, one.times) for one in sorted(countries, key=lambda country: normalise(country.name))]


@dataclass(frozen=True, slots=True)
class CountryPage:
    """All that a country's page shows."""

    country: Country
    article_count: int
    articles: list[ArticleEntry]
    people: list[CountedEntity[Person]]
    said_count: int
    said: list[QuotationEntry]
    about_count: int
    about: list[QuotationEntry]
    about_by: list[CountedEntity[Person]]

    @property
    def speaker(self) -> str:
        """The country as the filter of speakers takes it: "Jordan (JO)", which is no person called Jordan."""
        return f"{self.country.name} ({self.country.code})"


def country_page(country: Country) -> CountryPage:
    """Read a country's page (a fixed number of queries)."""
    mentions = Mention.objects.filter(country=country)
    articles = Article.objects.filter(pk__in=mentions.values("paragraph__article"))
    said = Quotation.objects.said().filter(pk__in=Speaker.objects.filter(country=country).values("quotation"))
    spoken_of = about(country=country)
    return CountryPage(
        country,
        articles.count(),
        article_entries(newest(articles, SHOWN)),
        _people_beside(mentions),
        said.count(),
        quotation_entries(newest(said, SHOWN, "article__")),
        spoken_of.count(),
        quotation_entries(newest(spoken_of, SHOWN, "article__")),
        speakers_of(spoken_of),
    )


def _people_beside(mentions: QuerySet[Mention]) -> list[CountedEntity[Person]]:
    """Return the people most named in the same paragraphs, with in how many."""
    beside = Mention.objects.filter(paragraph__in=mentions.values("paragraph"), person__isnull=False)
    counted = beside.order_by().values_list("person_id").annotate(times=Count("paragraph", distinct=True))
    return counted_people({key: times for key, times in counted.order_by("-times", "person")[:SHOWN] if key})

"""What the pages of countries read."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from articles.models import Article, Country, Mention, Person, Quotation, Speaker
from articles.names.normalise import normalise

from .articles import article_entries
from .in_use import countries_met
from .ordering import newest
from .people import SHOWN, speakers_of
from .quotations import about, quotation_entries, quotations_said


def countries_with_counts() -> list[Country]:
    """Return the countries of the archive by name, accents aside, with `times`, the places that name them."""
    return sorted(countries_met().annotate(times=Count("mentions")), key=lambda country: normalise(country.name))


@dataclass(slots=True)
class CountryPage:
    """All that a country's page shows."""

    country: Country
    article_count: int
    articles: list[Article]
    people: list[Person]
    said_count: int
    said: list[Quotation]
    about_count: int
    about: list[Quotation]
    about_by: list[Person]

    @property
    def speaker(self) -> str:
        """The country as the filter of speakers takes it: "Jordan (JO)", which is no person called Jordan."""
        return f"{self.country.name} ({self.country.code})"


def country_page(country: Country) -> CountryPage:
    """Read a country's page (a fixed number of queries)."""
    mentions = Mention.objects.filter(country=country)
    articles = Article.objects.filter(pk__in=mentions.values("paragraph__article"))
    said = quotations_said().filter(pk__in=Speaker.objects.filter(country=country).values("quotation"))
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


def _people_beside(mentions: QuerySet[Mention]) -> list[Person]:
    """Return the people most named in the same paragraphs, with how often as `times`."""
    beside = Mention.objects.filter(paragraph__in=mentions.values("paragraph"), person__isnull=False)
    counted = beside.order_by().values_list("person").annotate(times=Count("paragraph", distinct=True))
    times = dict(counted.order_by("-times", "person")[:SHOWN])
    people = Person.objects.in_bulk(times)
    for key, person in people.items():
        person.times = times[key]
    return [people[key] for key in times]

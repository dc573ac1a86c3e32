"""What the pages of people read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet
from django.db.models.functions import Left, Lower

from articles.models import Article, Country, Mention, Person, Quotation, Role, Speaker

from .articles import article_entries
from .ordering import newest
from .quotations import about, quotation_entries, quotations_said

SHOWN = 10  # how many of each a person's or country's page shows before it links to the whole list
MONTH = 7  # the characters of "2022-03"


def shown_people(keys: Sequence[int]) -> list[int]:
    """Return the keys of the people whom pages show for these, in this order, each once."""
    people = Person.objects.select_related("merged_into").in_bulk(keys)
    return list(dict.fromkeys(people[key].shown.pk for key in keys if key in people))


def people_entries(keys: Sequence[int]) -> list[Person]:
    """Return these people, in this order (4 queries).

    Each has `article_count`, `quotation_count` and the `role` that most articles give.
    """
    by_key = Person.objects.in_bulk(keys)
    articles = _counted(Mention.objects.filter(person__in=keys), "paragraph__article")
    quotations = _counted(quotations_said().filter(speakers__person__in=keys), "pk", by="speakers__person_id")
    counted = Role.objects.filter(person__in=keys).values_list("person_id", "words").annotate(times=Count("pk"))
    roles = {person: words for person, words, _ in counted.order_by("times", "-words")}  # the last one stays
    for key, person in by_key.items():
        person.article_count, person.quotation_count = articles.get(key, 0), quotations.get(key, 0)
        person.role = roles.get(key, "")
    return [by_key[key] for key in keys if key in by_key]


def _counted(rows: QuerySet[Any], what: str, by: str = "person_id") -> dict[int, int]:
    return dict(rows.values_list(by).annotate(times=Count(what, distinct=True)).order_by(by))


@dataclass(slots=True)
class PersonPage:
    """All that a person's page shows."""

    person: Person
    aliases: list[str]
    roles: list[dict[str, Any]]
    article_count: int
    articles: list[Article]
    quotation_count: int
    quotations: list[Quotation]
    about_count: int
    about: list[Quotation]
    about_by: list[Person]
    countries: list[Country]


def person_page(person: Person) -> PersonPage:
    """Read a person's page (a fixed number of queries)."""
    articles = Article.objects.filter(pk__in=Mention.objects.filter(person=person).values("paragraph__article"))
    quotations = quotations_said().filter(pk__in=Speaker.objects.filter(person=person).values("quotation"))
    spoken_of = about(person=person)
    return PersonPage(
        person,
        [name for name in person.aliases.values_list("name", flat=True) if name != person.name],
        _roles(person),
        articles.count(),
        article_entries(newest(articles, SHOWN)),
        quotations.count(),
        quotation_entries(newest(quotations, SHOWN, "article__")),
        spoken_of.count(),
        quotation_entries(newest(spoken_of, SHOWN, "article__")),
        speakers_of(spoken_of),
        _countries_beside(person),
    )


def speakers_of(quotations: QuerySet[Quotation]) -> list[Person]:
    """Return the people who say most of these quotations, with how many as `times`."""
    said = Speaker.objects.filter(quotation__in=quotations, person__isnull=False).order_by()
    counted = said.values_list("person").annotate(times=Count("quotation", distinct=True))
    times = dict(counted.order_by("-times", "person")[:SHOWN])
    people = Person.objects.in_bulk(times)
    for key, one in people.items():
        one.times = times[key]
    return [people[key] for key in times]


def _roles(person: Person) -> list[dict[str, Any]]:
    """Return what most articles call the person, in how many, and the first and last month or year they do.

    Papers differ in their capitals ("vice president", "Vice President"): that is one role.
    """
    month, dated = Left("article__published", MONTH), ~Q(article__published="")
    dates = {"first": Min(month, filter=dated), "last": Max(month, filter=dated)}
    roles = Role.objects.filter(person=person).values(same=Lower("words"))
    called = roles.annotate(called=Max("words"), times=Count("pk"), **dates)
    return list(called.order_by("-times", "-last", "same")[:SHOWN])


def _countries_beside(person: Person) -> list[Country]:
    """Return the countries most named in the same paragraphs as the person, with how often as `times`."""
    paragraphs = Mention.objects.filter(person=person).values("paragraph")
    beside = Country.objects.filter(mentions__paragraph__in=paragraphs)
    return list(beside.annotate(times=Count("mentions__paragraph", distinct=True)).order_by("-times", "name")[:SHOWN])

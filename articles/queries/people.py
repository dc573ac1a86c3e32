"""What the pages of people read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet
from django.db.models.functions import Left, Lower

from articles.models import Article, Country, EditedRole, Mention, Person, Quotation, Role, Speaker, Subject

from .articles import ArticleEntry, article_entries
from .autocomplete import roles_of
from .counted import CountedEntity, counted_people
from .ordering import newest
from .quotations import QuotationEntry, about, newest_entries

SHOWN = 10  # how many of each a person's or country's page shows before it links to the whole list
MONTH = 7  # the characters of "2022-03"


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person as lists show them: how many articles name and quotations surely or likely quote them, and the role that
    most give."""

    person: Person
    article_count: int
    quotation_count: int
    role: str


def shown_people(keys: Sequence[int]) -> list[int]:
    """Return the keys of the people whom pages show for these, in this order, each once."""
    people = Person.objects.select_related("merged_into").in_bulk(keys)
    return list(dict.fromkeys(people[key].shown.pk for key in keys if key in people))


def people_entries(keys: Sequence[int]) -> list[PersonEntry]:
    """Return these people, in this order (4 queries)."""
    by_key = Person.objects.in_bulk(keys)
    articles = _counted(Mention.objects.filter(person__in=keys), "paragraph__article")
    said = Quotation.objects.said().known().filter(speakers__person__in=keys)
    quotations = _counted(said, "pk", by="speakers__person_id")
    roles = roles_of(keys)
    return [
        PersonEntry(by_key[key], articles.get(key, 0), quotations.get(key, 0), roles.get(key, ""))
        for key in keys
        if key in by_key
    ]


def _counted(rows: QuerySet[Any], what: str, by: str = "person_id") -> dict[int, int]:
    return dict(rows.values_list(by).annotate(times=Count(what, distinct=True)).order_by(by))


@dataclass(frozen=True, slots=True)
class RoleUse:
    """What articles call a person: in how many, and the first and last month or year in which they do.

    One that an editor gave has a date `since` which it is so, "" where that is unknown.
    """

    words: str
    times: int
    first: str | None
    last: str | None
    since: str | None = None

    @property
    def is_edited(self) -> bool:
        """Whether an editor's word gives it."""
        return self.since is not None


@dataclass(frozen=True, slots=True)
class PersonPage:
    """All that a person's page shows; `unsure_count` are quotations that may be theirs, and in no other number.

    `about_count` has all that is said about them, `about_unsure_count` those of which it is unsure who said them.
    """

    person: Person
    aliases: list[str]
    roles: list[RoleUse]
    article_count: int
    articles: list[ArticleEntry]
    quotation_count: int
    quotations: list[QuotationEntry]
    about_count: int
    about: list[QuotationEntry]
    about_unsure_count: int
    unsure_count: int
    speaks_about: list[CountedEntity[Person]]
    about_by: list[CountedEntity[Person]]
    countries: list[CountedEntity[Country]]

    @property
    def latest_role(self) -> RoleUse | None:
        """The last one that an editor gave, else the one that an article gave last; without dates the most frequent."""
        return max(self.roles, key=lambda role: (role.is_edited, role.since or role.last or ""), default=None)


def person_page(person: Person) -> PersonPage:
    """Read a person's page (a fixed number of queries)."""
    articles = Article.objects.filter(pk__in=Mention.objects.filter(person=person).values("paragraph__article"))
    said = Quotation.objects.said().filter(pk__in=Speaker.objects.filter(person=person).values("quotation"))
    own, spoken_of = said.known(), about(person=person)
    shown = newest_entries((own, SHOWN), (spoken_of, SHOWN))
    return PersonPage(
        person=person,
        aliases=[name for name in _spellings(person) if name != person.name],
        roles=roles_shown(person),
        article_count=articles.count(),
        articles=article_entries(newest(articles, SHOWN)),
        quotation_count=own.count(),
        quotations=shown[0],
        about_count=spoken_of.count(),
        about=shown[1],
        about_unsure_count=spoken_of.unsure().count(),
        unsure_count=said.unsure().count(),
        speaks_about=subjects_of(own),
        about_by=speakers_of(spoken_of.known()),
        countries=_countries_beside(person),
    )


def _spellings(person: Person) -> Iterable[str]:
    return person.aliases.filter(removed=False).values_list("name", flat=True)


def speakers_of(quotations: QuerySet[Quotation]) -> list[CountedEntity[Person]]:
    """Return the people who say most of these quotations, with how many (2 queries)."""
    said = Speaker.objects.filter(quotation__in=quotations, person__isnull=False).order_by()
    counted = said.values_list("person_id").annotate(times=Count("quotation", distinct=True))
    return counted_people({key: times for key, times in counted.order_by("-times", "person")[:SHOWN] if key})


def subjects_of(quotations: QuerySet[Quotation]) -> list[CountedEntity[Person]]:
    """Return the people of whom most of these quotations speak, with in how many (2 queries)."""
    spoken_of = Subject.objects.filter(quotation__in=quotations, person__isnull=False).order_by()
    counted = spoken_of.values_list("person_id").annotate(times=Count("quotation", distinct=True))
    return counted_people({key: times for key, times in counted.order_by("-times", "person")[:SHOWN] if key})


def roles_shown(person: Person) -> list[RoleUse]:
    """Return what editors and most articles call the person; papers differ in capitals, which makes no other role."""
    edited = EditedRole.objects.filter(person=person, removed=False).order_by("-pk").values_list("words", "since")
    by_editors = [RoleUse(words, 0, None, None, since) for words, since in edited]
    month, dated = Left("article__published", MONTH), Q(article__published_from__isnull=False)
    first, last = Min(month, filter=dated), Max(month, filter=dated)
    roles = Role.objects.given().filter(person=person).values(same=Lower("words"))
    used = roles.annotate(one=Max("words"), times=Count("pk"), first=first, last=last)
    rows = used.order_by("-times", "-last", "same").values_list("one", "times", "first", "last")
    known = {role.words.casefold() for role in by_editors}
    return by_editors + [RoleUse(*row) for row in rows[:SHOWN] if row[0].casefold() not in known]


def _countries_beside(person: Person) -> list[CountedEntity[Country]]:
    """Return the countries most named in the same paragraphs as the person, with in how many."""
    paragraphs = Mention.objects.filter(person=person).values("paragraph")
    beside = Country.objects.filter(mentions__paragraph__in=paragraphs)
    counted = beside.annotate(times=Count("mentions__paragraph", distinct=True)).order_by("-times", "name")
    return [CountedEntity(country, country.times) for country in counted[:SHOWN]]

"""People, countries and publishers → their schemas."""

from collections.abc import Iterable

from api.addresses import Addresses
from api.schemas import entities as schemas
from api.schemas.items import Entity
from articles.models import Country, Person, Publisher
from articles.queries.counted import CountedEntity
from articles.queries.countries import CountryPage
from articles.queries.mentioned import EntityRef
from articles.queries.people import PersonEntry, PersonPage
from articles.queries.publishers import PublisherEntry, PublisherPage


def entities(named: Iterable[EntityRef], addresses: Addresses) -> tuple[Entity, ...]:
    """Return people and countries, each with the address of its page."""
    return tuple(Entity(one.key, one.name, addresses.of(one.kind, one.key)) for one in named)


def publisher_entity(publisher: Publisher, addresses: Addresses) -> Entity:
    """Return a publisher with the address of its page."""
    return Entity(publisher.pk, publisher.name, addresses.of("publisher", publisher.slug))


def counted(
    named: Iterable[CountedEntity[Person] | CountedEntity[Country]], addresses: Addresses
) -> tuple[schemas.CountedEntity, ...]:
    """Return people or countries with their counts."""
    return tuple(
        schemas.CountedEntity(one.who.pk, one.who.name, addresses.of_path(one.who.get_absolute_url()), one.times)
        for one in named
    )


def person_entry(entry: PersonEntry, aliases: Iterable[str], addresses: Addresses) -> schemas.PersonEntry:
    """Return a person as lists have them, with the other spellings of the name."""
    person = entry.person
    return schemas.PersonEntry(
        id=person.pk,
        name=person.name,
        link=addresses.of("person", person.pk),
        aliases=tuple(aliases),
        role=entry.role or None,
        article_count=entry.article_count,
        quotation_count=entry.quotation_count,
    )


def person(page: PersonPage, addresses: Addresses) -> schemas.Person:
    """Return what a person's page shows, but for the articles and quotations, which have lists of their own."""
    latest = page.latest_role
    return schemas.Person(
        id=page.person.pk,
        name=page.person.name,
        link=addresses.of("person", page.person.pk),
        aliases=tuple(page.aliases),
        role=latest.words if latest else None,
        article_count=page.article_count,
        quotation_count=page.quotation_count,
        roles=tuple(
            schemas.RoleUse(one.words, one.times, one.first, one.last, one.since or None) for one in page.roles
        ),
        about_count=page.about_count,
        unsure_count=page.unsure_count,
        speaks_about=counted(page.speaks_about, addresses),
        about_by=counted(page.about_by, addresses),
        countries=counted(page.countries, addresses),
    )


def country(page: CountryPage, addresses: Addresses) -> schemas.Country:
    """Return what a country's page shows, but for the articles and quotations."""
    return schemas.Country(
        id=page.country.pk,
        name=page.country.name,
        link=addresses.of("country", page.country.pk),
        article_count=page.article_count,
        said_count=page.said_count,
        about_count=page.about_count,
        unsure_count=page.unsure_count,
        about_by=counted(page.about_by, addresses),
        people=counted(page.people, addresses),
        ways={way.who: way.times for way in page.ways},
    )


def publisher_entry(entry: PublisherEntry, addresses: Addresses) -> schemas.PublisherEntry:
    """Return a publisher as lists have it."""
    shown = publisher_entity(entry.publisher, addresses)
    return schemas.PublisherEntry(
        shown.id, shown.name, shown.link, tuple(entry.aliases), entry.article_count, entry.first, entry.last
    )


def publisher(page: PublisherPage, addresses: Addresses) -> schemas.Publisher:
    """Return what a publisher's page shows, but for the articles."""
    shown, entry = publisher_entity(page.entry.publisher, addresses), page.entry
    return schemas.Publisher(
        id=shown.id,
        name=shown.name,
        link=shown.link,
        aliases=tuple(entry.aliases),
        article_count=entry.article_count,
        first=entry.first,
        last=entry.last,
        quotation_count=page.quotation_count,
        sections=tuple(schemas.SectionCount(one.section.pk, one.section.name, one.times) for one in page.sections),
        speakers=counted(page.speakers, addresses),
        years=tuple(schemas.YearCount(one.first, one.last, one.times) for one in page.years),
    )

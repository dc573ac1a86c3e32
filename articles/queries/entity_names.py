"""What people, countries, publishers and sections are called, for whoever has their keys: one query for all of them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, Count, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce

from articles.models import Country, Person, Publisher, Role, Section


@dataclass(frozen=True, slots=True)
class EntityNames:
    """Names by keys; whoever is not in the archive is not here."""

    people: dict[int, str] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)
    publishers: dict[int, str] = field(default_factory=dict)
    sections: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Subject:
    """A person or a country with the role that most articles give them; a country has none."""

    who: Person | Country
    role: str = ""


def entity_names(
    people: Collection[int] = (),
    countries: Collection[str] = (),
    publishers: Collection[int] = (),
    sections: Collection[int] = (),
) -> EntityNames:
    """Return the names of people, publishers and sections by number, and of countries by their codes (1 query)."""
    names = EntityNames()
    parts = [
        _rows("person", Person.objects.filter(pk__in=people)),
        _rows("country", Country.objects.filter(pk__in=countries)),
        _rows("publisher", Publisher.objects.filter(pk__in=publishers)),
        _rows("section", Section.objects.filter(pk__in=sections)),
    ]
    for kind, key, name in _together(parts):
        match kind:
            case "person":
                names.people[int(key)] = name
            case "country":
                names.countries[key] = name
            case "publisher":
                names.publishers[int(key)] = name
            case _:
                names.sections[int(key)] = name
    return names


def subjects(keys: Collection[int | str]) -> list[Subject]:
    """Return those of these people and countries, by number and by code, that are there, in this order (1 query)."""
    people = Person.objects.filter(pk__in=[key for key in keys if isinstance(key, int)])
    countries = Country.objects.filter(pk__in=[key for key in keys if isinstance(key, str)])
    parts = [
        _rows("person", people.annotate(role=Coalesce(_role(), Value(""))), "name", "role"),
        _rows("country", countries.annotate(role=Value("")), "name", "role"),
    ]
    found: dict[int | str, Subject] = {}
    for kind, key, name, role in _together(parts):
        if kind == "person":
            found[int(key)] = Subject(Person(pk=int(key), name=name), role)
        else:
            found[key] = Subject(Country(code=key, name=name))
    return [found[key] for key in keys if key in found]


def _rows(kind: str, rows: Any, *columns: str) -> "QuerySet[Any, tuple[str, ...]]":
    """Return rows as their kind, their key and columns, so that rows of several tables can be read together."""
    keyed = rows.order_by().annotate(kind=Value(kind), key=Cast(F("pk"), CharField()))
    read: QuerySet[Any, tuple[str, ...]] = keyed.values_list("kind", "key", *(columns or ("name",)))
    return read


def _together(parts: "list[QuerySet[Any, tuple[str, ...]]]") -> Iterable[tuple[str, ...]]:
    return parts[0].union(*parts[1:], all=True)


def _role() -> Subquery:
    """The role that most articles give a person; of equally frequent ones the first in the alphabet."""
    counted = Role.objects.filter(person=OuterRef("pk")).order_by().values("words").annotate(times=Count("pk"))
    return Subquery(counted.order_by("-times", "words").values("words")[:1])

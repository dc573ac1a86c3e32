"""People, countries, publishers and sections by their keys: their names, who they are now, how often they are named.

However many keys of however many kinds, each of these functions takes one query: rows of several tables are read
together, each with its kind and its key as texts.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, Count, F, IntegerField, Max, Value
from django.db.models.functions import Cast, Coalesce

from articles.identity.sections import meant_sections, sections_among
from articles.models import Country, EditedRole, Mention, Person, Publisher, Role, Section
from articles.models.withheld_person import withheld

Row = tuple[str, str, str, int]  # kind, key, text, number


BY_AN_EDITOR = 1_000_000_000  # articles: an editor's word for a role is more than those of all


@dataclass(frozen=True, slots=True)
class EntityNames:
    """Names by keys; whoever is not in the archive is not here."""

    people: dict[int, str] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)
    publishers: dict[int, str] = field(default_factory=dict)
    sections: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EntityUse:
    """In how many places people are named, by their numbers, their roles, and the names of countries.

    A role is the latest by an editor's word, else the one that most articles give.

    Who is named nowhere, or without a role, is not here; nor is a country that no article named yet.
    """

    times: dict[int, int] = field(default_factory=dict)
    roles: dict[int, str] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KnownEntities:
    """Whom pages show for people, by number: whom they were merged into, or themselves.

    `countries` are those that there are, `sections` the numbers of those that texts mean.
    """

    people: dict[int, int] = field(default_factory=dict)
    countries: set[str] = field(default_factory=set)
    sections: dict[str, int] = field(default_factory=dict)


def entity_names(
    people: Collection[int] = (),
    countries: Collection[str] = (),
    publishers: Collection[int] = (),
    sections: Collection[int] = (),
) -> EntityNames:
    """Return the names of people, publishers and sections by their numbers, and of countries by their codes."""
    names = EntityNames()
    tables = [
        _rows("person", Person.objects.filter(pk__in=people).exclude(pk__in=withheld()), "pk", F("name")),
        _rows("country", Country.objects.filter(pk__in=countries), "pk", F("name")),
        _rows("publisher", Publisher.objects.filter(pk__in=publishers), "pk", F("name")),
        _rows("section", Section.objects.filter(pk__in=sections), "pk", F("name")),
    ]
    for kind, key, name, _ in _together(tables):
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


def entity_use(people: Collection[int], countries: Collection[str]) -> EntityUse:
    """Return how often these people are named and what articles call them, and the names of these countries."""
    use, most = EntityUse(), dict[int, tuple[int, str]]()
    if not people and not countries:
        return use
    mentions, roles = Mention.objects.filter(person__in=people), Role.objects.given().filter(person__in=people)
    edited = EditedRole.objects.filter(person__in=people, removed=False)
    tables = [
        _rows("times", mentions, "person", Value("", CharField()), Count("pk")),
        _rows("role", roles, "person", F("words"), Count("pk")),
        _rows("role", edited, "person", F("words"), BY_AN_EDITOR + Max("pk")),
        _rows("country", Country.objects.filter(pk__in=countries), "pk", F("name")),
    ]
    for kind, key, text, number in _together(tables):
        match kind:
            case "times":
                use.times[int(key)] = number
            case "role":
                most[int(key)] = min(most.get(int(key), (0, "")), (-number, text))
            case _:
                use.countries[key] = text
    use.roles.update({person: words for person, (_, words) in most.items()})
    return use


def known_entities(
    people: Collection[int], countries: Collection[str] = (), sections: Collection[str] = ()
) -> KnownEntities:
    """Return whom pages show for these people, which of these countries there are, and which sections texts mean.

    Where somebody was merged again and again, that is one more query for every two merges.
    """
    known = KnownEntities()
    if not people and not countries and not sections:
        return known
    shown = Coalesce("merged_into__merged_into", "merged_into", "pk")
    tables = [
        _rows(
            "person",
            Person.objects.filter(pk__in=people).exclude(pk__in=withheld()),
            "pk",
            Cast(shown, CharField()),
            Count("merged_into__merged_into"),
        ),
        _rows("country", Country.objects.filter(pk__in=countries), "pk", F("name")),
        _rows("section", sections_among(sections), "pk", F("identity")),
    ]
    merged, identities = set[int](), list[tuple[int, str]]()
    for kind, key, text, twice in _together(tables):
        match kind:
            case "person":
                known.people[int(key)] = int(text)
                merged.update([int(text)] if twice else [])
            case "country":
                known.countries.add(key)
            case _:
                identities.append((int(key), text))
    known.sections.update(meant_sections(sections, identities))
    if merged:
        later = known_entities(merged).people
        known.people.update({key: later.get(one, one) for key, one in known.people.items()})
    return known


def _rows(kind: str, rows: Any, key: str, text: Any, number: Any = None) -> Any:
    """Return rows as their kind, key, text and number, so that those of several tables can be read together."""
    keyed = rows.order_by().annotate(its_kind=Value(kind), its_key=Cast(F(key), CharField()), its_text=text)
    counted = keyed.values("its_kind", "its_key", "its_text").annotate(its_number=number or Value(0, IntegerField()))
    return counted.values_list("its_kind", "its_key", "its_text", "its_number")


def _together(tables: list[Any]) -> Iterable[Row]:
    rows: Iterator[Row] = tables[0].union(*tables[1:], all=True)
    return rows

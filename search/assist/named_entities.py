"""Whom a search names: the people and countries of its filters, of names in fields, and of names in its words.

Words name whom a spelling in the archive is equal to: the whole query, a phrase, or some words in a row. Many may be
called so: the one is meant who is named more often than all others of that name together. Takes one query: the names
were looked up when the search was.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import islice
from operator import or_

from articles.identity.countries import country_codes
from articles.models import Country, Person
from articles.names.normalise import normalise
from articles.queries.entity_names import EntityUse, entity_use
from search.engines.port import Facet
from search.language.ast import UnresolvedName
from search.results.model import SearchResults
from search.results.name_resolution import NameLookup
from search.results.name_spans import field_names

Key = int | str  # a person's number, a country's code
PeopleByKey = Mapping[int, str]  # the names they are shown by
CHOSEN_IN: tuple[Facet, ...] = ("people", "speakers", "countries")


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """A person or a country, and the role that most articles give a person."""

    who: Person | Country
    role: str = ""


def named_entities(results: SearchResults, limit: int) -> list[NamedEntity]:
    """Return whom a first page of results names, `limit` at the most; on other pages nobody is looked for.

    What is chosen in the filters comes first, then names in fields, then names in words.
    """
    chosen = [value for facet in CHOSEN_IN for value in results.request.chosen_in(facet)]
    in_fields = [(name, _people_called(name, results.lookup)) for name in _field_names(results)[:limit]]
    spelled = results.lookup.people_spelled
    people = reduce(or_, [_chosen_people(results), *(some for _, some in in_fields), *spelled.values()])
    codes = (_code(name) for name in (*(field.text for field, _ in in_fields), *spelled))
    use = entity_use(people, {code for code in (*chosen, *codes) if isinstance(code, str)})
    keys = (*chosen, *_in_fields(in_fields, use), *_in_words(spelled, use))
    return list(_entities(islice(dict.fromkeys(keys), limit), people, use))


def _field_names(results: SearchResults) -> list[UnresolvedName]:
    return field_names(results.query) if results.query is not None else []


def _people_called(name: UnresolvedName, lookup: NameLookup) -> dict[int, str]:
    found = lookup.of(name.field, name.text) if name.field != "country" else {}
    return {key: shown for key, shown in found.items() if isinstance(key, int)}


def _chosen_people(results: SearchResults) -> dict[int, str]:
    values = (value for facet in results.in_use for value in facet.values if value.chosen)
    return {value.value: value.name for value in values if isinstance(value.value, int) and value.facet in CHOSEN_IN}


def _in_fields(names: Collection[tuple[UnresolvedName, PeopleByKey]], use: EntityUse) -> Iterator[Key]:
    for name, people in names:
        if person := _most_named(people, use):
            yield person
        elif name.field != "person" and (code := _code(name.text)):
            yield code


def _in_words(spelled: Mapping[str, PeopleByKey], use: EntityUse) -> Iterator[Key]:
    """Yield whom the words name; a name in a longer one that names somebody is part of that one."""
    taken = set[str]()
    for name, people in spelled.items():
        keys = [key for key in (_code(name), _most_named(people, use)) if key]
        words = normalise(name).split()
        if keys and not taken.issuperset(words):
            taken.update(words)
            yield from keys


def _entities(keys: Iterator[Key], people: PeopleByKey, use: EntityUse) -> Iterator[NamedEntity]:
    for key in keys:
        if isinstance(key, int):
            yield NamedEntity(Person(pk=key, name=people[key]), use.roles.get(key, ""))
        elif key in use.countries:
            yield NamedEntity(Country(code=key, name=use.countries[key]))


def _code(name: str) -> str | None:
    return country_codes().get(normalise(name))


def _most_named(people: Collection[int], use: EntityUse) -> int | None:
    """Return who of these is named more often than all others of them together; None where nobody is."""
    most = max(people, key=lambda person: use.times.get(person, 0), default=None)
    return most if most and 2 * use.times.get(most, 0) > sum(use.times.get(person, 0) for person in people) else None

"""People and countries with how often something is so of them, the most often first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from articles.models import Country, Person

Entity = TypeVar("Entity", Person, Country)


@dataclass(frozen=True, slots=True)
class CountedEntity(Generic[Entity]):
    """A person or a country, and in how many places, paragraphs or quotations something is so of them."""

    who: Entity
    times: int


def counted_people(times: Mapping[int, int]) -> list[CountedEntity[Person]]:
    """Return the people of these keys with their counts, in this order (1 query)."""
    people = Person.objects.in_bulk(times)
    return [CountedEntity(people[key], count) for key, count in times.items()]

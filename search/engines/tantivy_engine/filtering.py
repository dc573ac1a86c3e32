"""What a reader chose → queries that can be left out one by one."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from tantivy import Query

from search.engines.numbers import day_number, number_of
from search.engines.port import FACETS, Facet, Filters, Value
from search.engines.tantivy_engine import queries as q
from search.engines.tantivy_engine.fields import FACETS as FIELDS

Choice = Facet | Literal["dates"]
OF_TIME: frozenset[Choice] = frozenset({"dates", "years", "months"})


@dataclass(frozen=True)
class Narrowed:
    """What the words find, and what each choice of the reader keeps of it."""

    found: Query
    choices: dict[Choice, Query]

    def without(self, left_out: Iterable[Choice] = ()) -> Query:
        """Return what is found when these choices are left out and all others hold."""
        return q.all_of([self.found, *(kept for choice, kept in self.choices.items() if choice not in left_out)])

    def in_use(self, choices: Iterable[Choice]) -> frozenset[Choice]:
        """Return those of the choices that keep anything out."""
        return frozenset(choices).intersection(self.choices)


def narrowed(found: Query, filters: Filters) -> Narrowed:
    """Put what the words find together with what the reader chose."""
    choices: dict[Choice, Query] = {}
    if filters.after or filters.before:
        days = (filters.after and day_number(filters.after), filters.before and day_number(filters.before))
        choices["dates"] = q.between("day", *days)
    for facet in FACETS:
        if parts := _parts(facet, filters):
            choices[facet] = q.all_of(parts)
    return Narrowed(found, choices)


def _parts(facet: Facet, filters: Filters) -> list[Query]:
    parts = []
    if chosen := filters.choices.get(facet):
        parts.append(having(facet, chosen))
    if excluded := filters.excluded.get(facet):
        parts.append(q.none_of([having(facet, excluded)]))
    return parts


def having(facet: Facet, values: Iterable[Value]) -> Query:
    """Match what has one of these values of a facet; values that nothing can have match nothing."""
    numbers = [number for value in values if (number := number_of(facet, value)) is not None]
    return q.one_of(FIELDS[facet], numbers)

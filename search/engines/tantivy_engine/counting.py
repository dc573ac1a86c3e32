"""Facets and the timeline: each counts what would be found without the choices in it.

What leaves out the same choices is counted in one pass over what is found.
"""

from collections import defaultdict
from collections.abc import Mapping

from search.engines.numbers import value_of
from search.engines.port import EngineRequest, Facet, Filters, MonthCount, Value, ValueCount
from search.engines.tantivy_engine import queries as q
from search.engines.tantivy_engine.fields import FACETS as FIELDS
from search.engines.tantivy_engine.filtering import OF_TIME, Choice, Narrowed, having
from search.engines.tantivy_engine.reader import MOST_VALUES, Reader

LISTED_WHOLE: tuple[Facet, ...] = ("years", "months")
TIMELINE = "timeline"
Counts = Mapping[Value, int]


def counted(
    reader: Reader, narrow: Narrowed, request: EngineRequest
) -> tuple[dict[Facet, tuple[ValueCount, ...]], tuple[MonthCount, ...]]:
    """Count the facets that a request asks for, and the months."""
    found = _counts(reader, narrow, request)
    zeros = _found_by_words(reader, narrow, request, found) if narrow.choices else {}
    facets = {
        facet: _Facet(reader, narrow, request, facet).values(found[facet], zeros.get(facet, {}))
        for facet in request.facets
    }
    return facets, tuple(MonthCount(str(month), found[TIMELINE][month]) for month in sorted(found.get(TIMELINE, {})))


def _counts(reader: Reader, narrow: Narrowed, request: EngineRequest) -> dict[str, Counts]:
    """Count each facet, and the timeline, without the choices in it."""
    together: dict[frozenset[Choice], list[str]] = defaultdict(list)
    for facet in request.facets:
        together[narrow.in_use([facet])].append(facet)
    if request.timeline:
        together[narrow.in_use(OF_TIME)].append(TIMELINE)
    counts: dict[str, Counts] = {}
    for left_out, names in together.items():
        asked = {_field(name): _most(name, request) for name in names}
        told = reader.aggregate(narrow.without(left_out), asked)
        counts |= {name: _values(name, told[_field(name)]) for name in names}
    return counts


def _found_by_words(
    reader: Reader, narrow: Narrowed, request: EngineRequest, found: Mapping[str, Counts]
) -> dict[str, Counts]:
    """Count what the words find whatever is chosen, of the facets that have room for it."""
    room = {facet: _most(facet, request) for facet in request.facets if len(found[facet]) < _most(facet, request)}
    told = reader.aggregate(narrow.found, {_field(facet): most for facet, most in room.items()}) if room else {}
    return {facet: _values(facet, told[_field(facet)]) for facet in room}


def _field(name: str) -> str:
    return FIELDS["months" if name == TIMELINE else name]


def _most(name: str, request: EngineRequest) -> int:
    whole = name in LISTED_WHOLE or name == TIMELINE
    return min(MOST_VALUES // 4, MOST_VALUES if whole else request.values_a_facet)


def _values(name: str, numbers: Mapping[int, int]) -> Counts:
    facet = "months" if name == TIMELINE else name
    return {value_of(facet, number): count for number, count in numbers.items()}


class _Facet:
    """Puts the values of one facet in order."""

    def __init__(self, reader: Reader, narrow: Narrowed, request: EngineRequest, facet: Facet) -> None:
        self.reader, self.narrow, self.facet = reader, narrow, facet
        self.most = _most(facet, request)
        filters: Filters = request.filters
        self.chosen, self.excluded = (told.get(facet, frozenset()) for told in (filters.choices, filters.excluded))

    def values(self, found: Counts, by_words: Counts) -> tuple[ValueCount, ...]:
        """Return the most frequent values, what is chosen or excluded, and what only the words find."""
        frequent = sorted(found, key=lambda value: (-found[value], value))
        picked = sorted((self.chosen | self.excluded) - found.keys(), key=str)
        told = [*frequent, *picked]
        others = sorted(by_words.keys() - set(told), key=lambda value: (-by_words[value], value))
        told += others[: max(0, self.most - len(told))]
        if self.facet in LISTED_WHOLE:
            told.sort(key=str)
        return tuple(self._value(value, found) for value in told)

    def _value(self, value: Value, found: Counts) -> ValueCount:
        count = found[value] if value in found else self._count(value, found)
        return ValueCount(value, count, value in self.chosen, value in self.excluded)

    def _count(self, value: Value, found: Counts) -> int:
        """Count a value that is not among the most frequent; where all are told it has none."""
        if len(found) < self.most:
            return 0
        without = self.narrow.without(self.narrow.in_use([self.facet]))
        return self.reader.count(q.all_of([without, having(self.facet, [value])]))

"""Facets: who has a value, and how many have each."""

from collections.abc import Iterable

import numpy as np

from search.engines.facet_encoding import decode, encode
from search.engines.port import Facet, Filters, MonthCount, Value, ValueCount
from search.engines.whoosh_engine.index.doc_set import OF_TIME, Space
from search.engines.whoosh_engine.index.ordinals import Rows
from search.engines.whoosh_engine.storage.doc_values import name_hash


def having(space: Space, facet: Facet, values: Iterable[Value]) -> np.ndarray:
    """Say which rows have one of these values of a facet; values that nothing can have match nothing."""
    return space.facet(facet).having(_numbers(encode(facet, value) for value in values))


def having_words(space: Space, name: str, words: Iterable[Value]) -> np.ndarray:
    """Say which rows have one of these words in their authors or their section."""
    return space.listing(name).having(_numbers(name_hash(str(word)) for word in words))


def having_speaker(space: Space, speakers: frozenset[Value]) -> np.ndarray:
    """Say which rows have one of these speakers: people by their ids, all others by code or name."""
    people = having(space, "speakers", [one for one in speakers if isinstance(one, int)])
    return people | having_words(space, "other_speakers", [one for one in speakers if isinstance(one, str)])


def having_subject(space: Space, subjects: frozenset[Value]) -> np.ndarray:
    """Say which rows speak of one of these people, by their ids, or countries, by their codes."""
    people = _numbers(encode("people", one) for one in subjects if isinstance(one, int))
    countries = _numbers(encode("countries", one) for one in subjects if isinstance(one, str))
    return space.listing("about").having(people) | space.listing("about_countries").having(countries)


def _numbers(numbers: Iterable[int | None]) -> np.ndarray:
    return np.array([number for number in numbers if number is not None], np.int64)


def value_counts(
    space: Space, facet: Facet, rows: Rows, of_query: Rows | None, filters: Filters, most: int
) -> tuple[ValueCount, ...]:
    """Count the values of a facet in some rows.

    The most frequent come first, then those chosen or excluded that are not among them, then, as long as there is room,
    those that only the rows have which the query alone would find (`of_query`, None where no filter is in use).
    """
    chosen, excluded = (told.get(facet, frozenset()) for told in (filters.choices, filters.excluded))
    valued, whole = space.facet(facet), facet in OF_TIME
    counts = rows.counts(facet, valued)
    places = most_frequent(counts, len(counts) if whole else most).tolist()
    told = {decode(facet, int(valued.values[place])): int(counts[place]) for place in places}
    told |= _rest(facet, valued.values, counts, (chosen | excluded) - told.keys())
    if of_query is not None and (whole or len(told) < most):
        others = most_frequent(of_query.counts(facet, valued) * (counts == 0), len(counts)).tolist()
        zeros = [value for place in others if (value := decode(facet, int(valued.values[place]))) not in told]
        told |= dict.fromkeys(zeros if whole else zeros[: most - len(told)], 0)
    found = [ValueCount(value, count, value in chosen, value in excluded) for value, count in told.items()]
    return tuple(sorted(found, key=lambda one: one.value) if whole else found)


def _rest(facet: Facet, values: np.ndarray, counts: np.ndarray, wanted: frozenset[Value]) -> dict[Value, int]:
    """Count the values that are told in any case, those with most documents first."""
    told = {value: _count(values, counts, encode(facet, value)) for value in wanted}
    return dict(sorted(told.items(), key=lambda one: (-one[1], str(one[0]))))


def month_counts(space: Space, rows: Rows) -> tuple[MonthCount, ...]:
    """Count the rows of every month that has any, in order."""
    valued = space.facet("months")
    counts = rows.counts("months", valued)
    return tuple(
        MonthCount(str(decode("months", int(valued.values[place]))), int(counts[place]))
        for place in np.flatnonzero(counts)
    )


def most_frequent(counts: np.ndarray, most: int) -> np.ndarray:
    """Return the places of the largest counts, the largest first; of equal ones the first; none of zero."""
    places = np.flatnonzero(counts)
    if len(places) > most:
        least = np.partition(counts[places], len(places) - most)[len(places) - most]
        places = places[counts[places] >= least]
    return places[np.argsort(-counts[places], kind="stable")][:most]


def _count(values: np.ndarray, counts: np.ndarray, number: int | None) -> int:
    place = int(np.searchsorted(values, number)) if number is not None else len(values)
    return int(counts[place]) if place < len(values) and values[place] == number else 0

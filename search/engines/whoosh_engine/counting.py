"""Facets: each value of a document is a number, so a facet is counted by one pass over an array of numbers."""

from collections.abc import Sequence

import numpy as np

from search.engines.port import WITH_QUOTES, WITHOUT_QUOTES, Facet, Value, ValueCount
from search.engines.whoosh_engine.facts import PARTS, UNKNOWN, country_code, country_number, name_number
from search.engines.whoosh_engine.generation import Generation

LISTED = ("people", "speakers", "countries")
COLUMNS: dict[Facet, str] = {"publishers": "publisher", "quotes": "has_quotation", "kinds": "part"}
NAMES: dict[Facet, Sequence[str]] = {"quotes": (WITHOUT_QUOTES, WITH_QUOTES), "kinds": PARTS}
LARGEST_VALUE = 2**32  # in a key that orders by count first, then by value


def having(generation: Generation, facet: Facet, values: frozenset[Value]) -> np.ndarray:
    """Say which documents have one of these values of a facet; values that nothing can have match nothing."""
    wanted = np.array([number for value in values if (number := number_of(facet, value)) is not None], np.int64)
    if facet not in LISTED:
        return np.isin(generation.column(COLUMNS[facet]), wanted)
    return _listing(generation, facet, wanted)


def having_speaker(generation: Generation, speakers: frozenset[Value]) -> np.ndarray:
    """Say which documents have one of these speakers: people by their ids, all others by code or name."""
    people = having(generation, "speakers", frozenset(one for one in speakers if isinstance(one, int)))
    others = [name_number(one) for one in speakers if isinstance(one, str)]
    return people | _listing(generation, "other_speakers", np.array(others, np.int64))


def having_subject(generation: Generation, subjects: frozenset[Value]) -> np.ndarray:
    """Say which documents speak of one of these people, by their ids, or countries, by their codes."""
    people = [one for one in subjects if isinstance(one, int) and abs(one) < -UNKNOWN]
    countries = [country_number(one) for one in subjects if isinstance(one, str)]
    found = _listing(generation, "about", np.array(people, np.int64))
    return found | _listing(generation, "about_countries", np.array(countries, np.int64))


def _listing(generation: Generation, name: str, wanted: np.ndarray) -> np.ndarray:
    flat = generation.facts.lists[name]
    mask = np.zeros(len(generation), bool)
    mask[flat.rows[np.isin(flat.values, wanted)]] = True
    return mask


def value_counts(
    generation: Generation, facet: Facet, mask: np.ndarray, chosen: frozenset[Value], most: int
) -> tuple[ValueCount, ...]:
    """Count the values of a facet in the masked documents: the most frequent, and in any case those that are chosen."""
    counts = np.bincount(_numbers(generation, facet, mask))
    frequent = [(value_of(facet, number), int(counts[number])) for number in _most_frequent(counts, most)]
    missing = chosen - {value for value, _ in frequent}
    rest = [(value, _count(counts, number_of(facet, value))) for value in sorted(missing, key=str)]
    return tuple(ValueCount(value, count, value in chosen) for value, count in [*frequent, *rest])


def _numbers(generation: Generation, facet: Facet, mask: np.ndarray) -> np.ndarray:
    if facet in LISTED:
        flat = generation.facts.lists[facet]
        return flat.values[mask[flat.rows]]
    numbers = generation.column(COLUMNS[facet])[mask]
    return numbers[numbers >= 0]


def _most_frequent(counts: np.ndarray, most: int) -> np.ndarray:
    numbers = np.flatnonzero(counts)
    keys = numbers - counts[numbers] * LARGEST_VALUE
    if len(numbers) > most:
        kept = np.argpartition(keys, most)[:most]
        numbers, keys = numbers[kept], keys[kept]
    return numbers[np.argsort(keys)]


def _count(counts: np.ndarray, number: int | None) -> int:
    return int(counts[number]) if number is not None and 0 <= number < len(counts) else 0


def number_of(facet: Facet, value: Value) -> int | None:
    """Return the number that stands for a value, None for what is no value of the facet."""
    if facet in NAMES:
        return NAMES[facet].index(value) if value in NAMES[facet] else None
    if facet == "countries":
        return country_number(str(value))
    return int(value) if abs(int(value)) < -UNKNOWN else None


def value_of(facet: Facet, number: int) -> Value:
    """Return the value that a number stands for."""
    if facet in NAMES:
        return NAMES[facet][number]
    return country_code(number) if facet == "countries" else int(number)

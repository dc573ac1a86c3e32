"""Facets: each value of a document is a number, so a facet is counted by one pass over an array of numbers."""

from collections.abc import Sequence

import numpy as np

from search.engines.port import WITH_QUOTES, WITHOUT_QUOTES, Facet, Filters, MonthCount, Value, ValueCount
from search.engines.whoosh_engine.facts import PARTS, UNKNOWN, country_code, country_number, name_number
from search.engines.whoosh_engine.generation import Generation

LISTED = ("people", "speakers", "countries")
COLUMNS: dict[Facet, str] = {"publishers": "publisher", "quotes": "has_quotation", "kinds": "part"}
OF_TIME: dict[Facet, int] = {"years": 10_000, "months": 100}  # what a day's number is divided by
NAMES: dict[Facet, Sequence[str]] = {"quotes": (WITHOUT_QUOTES, WITH_QUOTES), "kinds": PARTS}
LARGEST_VALUE = 2**32  # in a key that orders by count first, then by value


def having(generation: Generation, facet: Facet, values: frozenset[Value]) -> np.ndarray:
    """Say which documents have one of these values of a facet; values that nothing can have match nothing."""
    wanted = np.array([number for value in values if (number := number_of(facet, value)) is not None], np.int64)
    if facet not in LISTED:
        return np.isin(_column(generation, facet), wanted)
    return _listing(generation, facet, wanted)


def _column(generation: Generation, facet: Facet) -> np.ndarray:
    """Return the number of every document in a facet of which it has one; a negative one where it has none."""
    if facet in OF_TIME:
        return generation.column("day") // OF_TIME[facet]
    return generation.column(COLUMNS[facet])


def having_words(generation: Generation, name: str, words: frozenset[Value]) -> np.ndarray:
    """Say which documents have one of these words in their authors or their section."""
    return _listing(generation, name, np.array([name_number(str(word)) for word in words], np.int64))


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
    generation: Generation, facet: Facet, mask: np.ndarray, filters: Filters, most: int
) -> tuple[ValueCount, ...]:
    """Count the values of a facet in the masked documents: the most frequent, and in any case those that are chosen."""
    chosen, excluded = (told.get(facet, frozenset()) for told in (filters.choices, filters.excluded))
    counts = np.bincount(_numbers(generation, facet, mask))
    frequent = [(value_of(facet, number), int(counts[number])) for number in _most_frequent(counts, most)]
    missing = (chosen | excluded) - {value for value, _ in frequent}
    rest = [(value, _count(counts, number_of(facet, value))) for value in sorted(missing, key=str)]
    found = [ValueCount(value, count, value in chosen, value in excluded) for value, count in [*frequent, *rest]]
    return tuple(sorted(found, key=lambda one: one.value) if facet in OF_TIME else found)


def month_counts(generation: Generation, mask: np.ndarray) -> tuple[MonthCount, ...]:
    """Count the masked documents of every month that has any, in order."""
    months, counts = np.unique(_numbers(generation, "months", mask), return_counts=True)
    return tuple(
        MonthCount(str(value_of("months", month)), int(count)) for month, count in zip(months, counts, strict=True)
    )


def _numbers(generation: Generation, facet: Facet, mask: np.ndarray) -> np.ndarray:
    if facet in LISTED:
        flat = generation.facts.lists[facet]
        return flat.values[mask[flat.rows]]
    numbers = _column(generation, facet)[mask]
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
    if facet == "months":
        return int(str(value).replace("-", ""))
    return int(value) if abs(int(value)) < -UNKNOWN else None


def value_of(facet: Facet, number: int) -> Value:
    """Return the value that a number stands for."""
    if facet in NAMES:
        return NAMES[facet][number]
    if facet == "months":
        return f"{number // 100:04d}-{number % 100:02d}"
    return country_code(number) if facet == "countries" else int(number)

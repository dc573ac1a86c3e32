"""Facets: which documents have a value, and how many have each."""

from collections.abc import Iterable
from itertools import islice

import numpy as np

from search.engines.facet_encoding import decode, encode, hash_text, is_text
from search.engines.port import Facet, Filters, MonthCount, Value, ValueCount
from search.engines.whoosh_engine.index.doc_set import OF_TIME, DocSet
from search.engines.whoosh_engine.index.selection import Selection


def having(doc_set: DocSet, facet: Facet, values: Iterable[Value]) -> np.ndarray:
    """Return a mask of the documents with one of these values of a facet; impossible values match nothing."""
    return doc_set.facet(facet).having(_encoded(facet, values))


def having_among(doc_set: DocSet, facet: Facet, values: Iterable[Value], selected: Selection) -> np.ndarray:
    """Return a mask over selected documents, in their order, of those with one of these values of a facet."""
    return doc_set.facet(facet).having_among(_encoded(facet, values), selected)


def _encoded(facet: Facet, values: Iterable[Value]) -> np.ndarray:
    return _numbers(encode(facet, value) for value in values)


def having_author(doc_set: DocSet, words: Iterable[Value]) -> np.ndarray:
    """Return a mask of the documents that have one of these words in their byline."""
    return doc_set.having_edition(doc_set.editions.having("authors", _numbers(hash_text(str(word)) for word in words)))


def having_subject(doc_set: DocSet, subjects: frozenset[Value]) -> np.ndarray:
    """Return a mask of the documents that speak of one of these people, by their ids, or countries, by their codes."""
    about_people = having(doc_set, "about", [one for one in subjects if isinstance(one, int)])
    about_countries = having(doc_set, "about_countries", [one for one in subjects if isinstance(one, str)])
    mask: np.ndarray = np.logical_or(about_people, about_countries)
    return mask


def _numbers(numbers: Iterable[int | None]) -> np.ndarray:
    return np.array([number for number in numbers if number is not None], np.int64)


def value_counts(
    doc_set: DocSet, facet: Facet, selected: Selection, of_query: Selection | None, filters: Filters, limit: int
) -> tuple[ValueCount, ...]:
    """Count the values of a facet in some documents.

    The most frequent come first, then those chosen or excluded that are not among them, then, as long as there is room,
    those that only the documents have which the query alone would find (`of_query`, None where no filter is in use).
    """
    chosen, excluded = (side.get(facet, frozenset()) for side in (filters.choices, filters.excluded))
    valued, whole = doc_set.facet(facet), facet in OF_TIME
    counts = selected.facet_counts(facet, valued.counts)
    ordinals = most_frequent(counts, len(counts) if whole else limit).tolist()

    def decoded(ordinal: int) -> Value:
        return decode(facet, int(valued.values[ordinal]), doc_set.texts.folded)

    counted = {decoded(ordinal): int(counts[ordinal]) for ordinal in ordinals}
    counted |= _rest(facet, valued.values, counts, (chosen | excluded) - counted.keys())
    if of_query is not None and (whole or len(counted) < limit):
        others = most_frequent(of_query.facet_counts(facet, valued.counts) * (counts == 0), len(counts)).tolist()
        zeros = (value for ordinal in others if (value := decoded(ordinal)) not in counted)
        counted |= dict.fromkeys(zeros if whole else list(islice(zeros, limit - len(counted))), 0)
    found = [
        ValueCount(value, count, value in chosen, value in excluded, spelling(doc_set, facet, value))
        for value, count in counted.items()
    ]
    return tuple(sorted(found, key=lambda one: one.value) if whole else found)


def spelling(doc_set: DocSet, facet: Facet, value: Value) -> str:
    """Return how most documents write a value that is a folded text; nothing for any other."""
    number = encode(facet, value)
    return doc_set.texts.spelled(number) if number is not None and is_text(facet, number) else ""


def _rest(facet: Facet, values: np.ndarray, counts: np.ndarray, wanted: frozenset[Value]) -> dict[Value, int]:
    """Return the counts of values that are listed in any case, the most frequent first."""
    counted = {value: _count(values, counts, encode(facet, value)) for value in wanted}
    return dict(sorted(counted.items(), key=lambda one: (-one[1], str(one[0]))))


def month_counts(doc_set: DocSet, selected: Selection) -> tuple[MonthCount, ...]:
    """Count the documents of every month that has any, in order."""
    valued = doc_set.facet("months")
    counts = selected.facet_counts("months", valued.counts)
    return tuple(
        MonthCount(str(decode("months", int(valued.values[ordinal]), doc_set.texts.folded)), int(counts[ordinal]))
        for ordinal in np.flatnonzero(counts)
    )


def most_frequent(counts: np.ndarray, limit: int) -> np.ndarray:
    """Return the ordinals of the largest counts, the largest first; of equal ones the first; none of zero."""
    ordinals = np.flatnonzero(counts)
    if len(ordinals) > limit:
        least = np.partition(counts[ordinals], len(ordinals) - limit)[len(ordinals) - limit]
        ordinals = ordinals[counts[ordinals] >= least]
    return ordinals[np.argsort(-counts[ordinals], kind="stable")][:limit]


def _count(values: np.ndarray, counts: np.ndarray, number: int | None) -> int:
    ordinal = int(np.searchsorted(values, number)) if number is not None else len(values)
    return int(counts[ordinal]) if ordinal < len(values) and values[ordinal] == number else 0

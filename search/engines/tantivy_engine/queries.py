"""The few kinds of tantivy's queries that are used, by short names.

Tantivy's queries each have a score; one that is no text (a filter, a negation) is made silent: it matches, and adds
nothing.
"""

from collections.abc import Collection, Sequence

from tantivy import FieldType, Occur, Query

from search.engines.port import Unit
from search.engines.tantivy_engine.fields import NUMBERS, RECORDS, SCHEMA, UNITS

LARGEST = 2**63
FEW = 16


def everything() -> Query:
    """Match every document, silently."""
    return silent(Query.all_query())


def nothing() -> Query:
    """Match no document."""
    return Query.empty_query()


def silent(query: Query) -> Query:
    """Match what the query matches, without a score."""
    return Query.const_score_query(query, 0.0)


def term(field: str, value: str | int) -> Query:
    """Match documents that have a word or a value in a field; a word's score is that of BM25."""
    if field in NUMBERS:
        return silent(Query.term_query(SCHEMA, field, value)) if 0 <= int(value) < LARGEST else nothing()
    return Query.term_query(SCHEMA, field, value, RECORDS.get(field, "basic"))


def one_of(field: str, values: Collection[str | int]) -> Query:
    """Match documents that have one of these values in a field, silently."""
    kept = [value for value in values if isinstance(value, str) or 0 <= value < LARGEST]
    if len(kept) <= FEW:  # of a few the lists are skipped through; a set is always read whole
        return any_of([silent(term(field, value)) for value in kept]) if kept else nothing()
    return silent(Query.term_set_query(SCHEMA, field, kept))


def between(field: str, low: int | None, high: int | None) -> Query:
    """Match documents that have a number from the one to below the other, silently; None is no limit."""
    bounds = (0 if low is None else low, LARGEST if high is None else high)
    return silent(Query.range_query(SCHEMA, field, FieldType.Unsigned, *bounds, True, False))


def of_unit(unit: Unit) -> Query:
    """Match the documents of a unit, silently."""
    return term("unit", UNITS[unit])


def all_of(parts: Sequence[Query]) -> Query:
    """Match what all parts match; scores add up."""
    return parts[0] if len(parts) == 1 else Query.boolean_query([(Occur.Must, part) for part in parts])


def any_of(parts: Sequence[Query]) -> Query:
    """Match what any part matches; scores add up."""
    return parts[0] if len(parts) == 1 else Query.boolean_query([(Occur.Should, part) for part in parts])


def none_of(parts: Sequence[Query]) -> Query:
    """Match what no part matches, silently."""
    left_out = [(Occur.MustNot, part) for part in parts]
    return silent(Query.boolean_query([(Occur.Must, Query.all_query()), *left_out]))


def scored(query: Query, by: Sequence[Query]) -> Query:
    """Match what the query matches, with the scores of others where those match too."""
    return Query.boolean_query([(Occur.Must, silent(query)), *((Occur.Should, one) for one in by)])


def prefix(field: str, beginning: str) -> Query:
    """Match documents with a word that begins like this."""
    return Query.fuzzy_term_query(SCHEMA, field, beginning, 0, True, True)


def fuzzy(field: str, word: str) -> Query:
    """Match documents with this word, or one that is one edit away."""
    return Query.fuzzy_term_query(SCHEMA, field, word, 1, True, False)


def phrase(field: str, words: Sequence[str | tuple[int, str]], slop: int = 0) -> Query:
    """Match documents with words in a row; words may come with their places in it."""
    return Query.phrase_query(SCHEMA, field, list(words), slop)

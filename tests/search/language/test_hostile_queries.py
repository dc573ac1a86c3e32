"""Nothing that is typed breaks the reading of it, or takes long; and what is parsed can be written back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.analysis import tokens, units, word_terms, words
from search.language.ast import AtLeast, Fuzzy, Near, Phrase, Prefix, Query, Within, children, walk
from search.language.describe import describe
from search.language.highlighting import highlight, highlight_terms
from search.language.limits import (
    DEEPEST,
    FARTHEST,
    LONGEST_PHRASE,
    LONGEST_QUERY,
    MOST_MULTI_TERM,
    MOST_NEAR,
    MOST_PROBLEMS,
    MOST_TIMES,
    MOST_WORDS,
    SHORTEST_FUZZY,
    SHORTEST_PREFIX,
)
from search.language.parser import ParsedQuery, parse
from search.language.serialize import serialize
from tests.costs import cpu_cost
from tests.search.language.hostile_queries import HOSTILE_QUERIES

MOST = 30  # times what a query of plain words costs, as long as a query may be
PLAIN = ("war " * LONGEST_QUERY)[:LONGEST_QUERY]
SIGNS = (
    *('()"“”-*:.,&%+#~ ', "OR", "NOT", "AND", "title:", "person:", "in:quotes", "year:2020", "word", "U.S.", "né"),
    *('"a b"~5', "word~", "word*", "atleast3", "atleast2(", "speaker: ", "~1", "~", "Mueller", "5", "99"),
)
TYPED = st.one_of(
    st.text(),
    st.lists(st.one_of(st.sampled_from(SIGNS), st.text(max_size=4)), max_size=60).map("".join),
    st.lists(st.one_of(st.sampled_from(SIGNS), st.text(max_size=4)), max_size=60).map(" ".join),
)


def depth(query: Query) -> int:
    return 1 + max(map(depth, children(query)), default=0)


def within_limits(query: Query) -> bool:
    match query:
        case Near(text, distance):
            return 2 <= len(units(text)) <= MOST_NEAR and 0 <= distance <= FARTHEST
        case AtLeast(text, times):
            return len(units(text)) == 1 and 2 <= times <= MOST_TIMES
        case Phrase(text):
            return 1 <= len(words(text)) <= LONGEST_PHRASE
        case Prefix(text):
            return len(units(text)) == 1 and min(map(len, word_terms(text).words)) >= SHORTEST_PREFIX
        case Fuzzy(text):
            return len(units(text)) == 1 and min(map(len, word_terms(text).words)) >= SHORTEST_FUZZY
        case _:
            return True


def is_sound(reading: ParsedQuery) -> bool:
    """Say whether a reading is within all limits, with sentences about places that are in the text."""
    found = list(walk(reading.query)) if reading.query else []
    assert len(reading.problems) <= MOST_PROBLEMS + 1
    for problem in reading.problems:
        assert problem.sentence.endswith(".")
        assert 0 <= problem.start <= problem.end <= len(reading.text)
    assert all(within_limits(node) for node in found)
    assert sum(isinstance(node, Prefix) for node in found) <= MOST_MULTI_TERM["*"]
    assert sum(isinstance(node, Fuzzy) for node in found) <= MOST_MULTI_TERM["~"]
    assert sum(not children(node) and not isinstance(node, Within) for node in found) <= MOST_WORDS
    return reading.query is None or depth(reading.query) <= 5 * DEEPEST


@pytest.mark.parametrize("text", [text for _, text in HOSTILE_QUERIES], ids=[name for name, _ in HOSTILE_QUERIES])
def test_hostile_queries_are_read_at_once_or_refused_in_words(text: str) -> None:
    assert cpu_cost(lambda: parse(text)) < MOST * cpu_cost(lambda: parse(PLAIN))
    reading = parse(text)
    assert is_sound(reading)
    assert reading.query is not None or reading.problems or not tokens(text[:1_000].replace("-", ""))


def test_there_are_enough_of_them_under_names_of_their_own() -> None:
    assert len(dict(HOSTILE_QUERIES)) == len(HOSTILE_QUERIES) >= 60


@given(TYPED)
def test_whatever_is_typed_is_read(text: str) -> None:
    assert is_sound(parse(text))


@given(TYPED)
def test_a_query_that_is_written_reads_back_to_the_same_tree(text: str) -> None:
    query = parse(text).query
    if query is not None:
        again = parse(serialize(query))
        assert again.query == query
        assert again.problems == ()


@given(TYPED, st.text())
def test_whatever_is_read_can_be_described_and_marked(text: str, paragraph: str) -> None:
    query = parse(text).query
    spans = highlight(highlight_terms(query), paragraph)
    assert all(0 <= start < end <= len(paragraph) for start, end in spans)
    assert query is None or describe(query)

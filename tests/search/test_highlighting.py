"""What a query marks in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.highlighting import highlight, marks_of
from search.language.reading import read

MARKED = [
    ("warn", "She warned them: a warning.", ["warned", "warning"]),
    ('"not to see"', "It did not want, not to see war.", ["not to see"]),
    ("gov*", "The governor of the government", ["governor", "government"]),
    ("war -peace", "war and peace", ["war"]),
    ("muller", "Frau Müller", ["Müller"]),
    ("title:war peace", "war and peace", ["peace"]),
    ("in:quotes war", "war and peace", ["war"]),
    ('war "war and"', "war and peace", ["war and"]),
    ("COVID-19", "In COVID-19 times", ["COVID-19"]),
    ("year:2020", "2020", []),
    ("-war", "war", []),
]


@pytest.mark.parametrize(("query", "text", "marked"), MARKED)
def test_what_is_marked(query: str, text: str, marked: list[str]) -> None:
    spans = highlight(marks_of(read(query).query), text)
    assert [text[start:end] for start, end in spans] == marked


@given(st.text(alphabet="ab c\"*-'é"), st.text(alphabet="ab c'é."))
def test_marks_lie_in_the_text_apart_from_each_other(query: str, text: str) -> None:
    spans = highlight(marks_of(read(query).query), text)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(text) for start, end in spans)

"""What a query marks in a text."""

import itertools
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.ast import Near
from search.language.highlighting import highlight, highlight_terms
from search.language.parser import parse
from tests.costs import cpu_cost

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
    ("muller", "Mueller and Müller", ["Mueller", "Müller"]),
    ("AT&T", "“AT&T’s” and AT T", []),
    ("AT&T", "an AT&T line", ["AT&T"]),
    ("merkel~", "Merkle, Merkel, Merkl, Werkel, Markle", ["Merkle", "Merkel", "Merkl", "Werkel"]),
    ("atleast3(tax)", "Taxes and a tax", ["Taxes", "tax"]),
    ('"war peace"~1', "peace or war, then much later: peace", ["peace", "war"]),
    ('"war peace"~1', "war. A very long peace; war", ["peace", "war"]),
    ('"war peace"~1', "war and then some peace", []),
    ('"war war"~1', "war at war", ["war", "war"]),
    ('"war war"~1', "war never at war", []),
    ('"a b c"~0', "b a c b", ["b", "a", "c", "b"]),
    ('"a b c"~0', "b a x c b", []),
    ('"a b"~2', "a b b b b", ["a", "b", "b", "b"]),
    ('-"war peace"~9', "war and peace", []),
    ("year:2020", "2020", []),
    ("-war", "war", []),
]


@pytest.mark.parametrize(("query", "text", "marked"), MARKED)
def test_what_is_marked(query: str, text: str, marked: list[str]) -> None:
    spans = highlight(highlight_terms(parse(query).query), text)
    assert [text[start:end] for start, end in spans] == marked


def near_by_hand(words: list[str], near: list[str], distance: int) -> set[int]:
    """The places of the words in all stretches that have all of them and are short enough."""
    places = set()
    for first, last in itertools.combinations(range(len(words)), 2):
        if last - first < len(near) + distance and not Counter(near) - Counter(words[first : last + 1]):
            places |= {place for place in range(first, last + 1) if words[place] in near}
    return places


@given(st.lists(st.sampled_from("abcx"), max_size=14), st.lists(st.sampled_from("abc"), min_size=2, max_size=4))
@pytest.mark.parametrize("distance", [0, 1, 3])
def test_words_near_each_other_are_marked_in_every_stretch(distance: int, words: list[str], near: list[str]) -> None:
    marks = highlight_terms(Near(" ".join(near), distance))
    marked = {start // 2 for start, _ in highlight(marks, " ".join(words))}
    assert marked == near_by_hand(words, near, distance)


@pytest.mark.slow(reason="long texts are read")
@pytest.mark.parametrize("query", ['"a b"~50', "abc~ bcd~", '"' + "a " * 64 + '"', "a b"])
def test_the_cost_grows_with_the_text_and_no_faster(query: str) -> None:
    marks = highlight_terms(parse(query).query)
    small, large = ("a b " * 500, "a b " * 4_000)
    assert cpu_cost(lambda: highlight(marks, large)) < 30 * cpu_cost(lambda: highlight(marks, small))


@given(st.text(alphabet="ab c\"*-'é"), st.text(alphabet="ab c'é."))
def test_marks_lie_in_the_text_apart_from_each_other(query: str, text: str) -> None:
    spans = highlight(highlight_terms(parse(query).query), text)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(text) for start, end in spans)

"""A long paragraph is shown around its first mark, cut between words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.pages.excerpts import LONGEST, excerpt


def test_a_paragraph_of_common_length_is_shown_whole():
    part = excerpt("The ferry left.", [(4, 9)])
    assert (part.text, part.marks, part.cut_before, part.cut_after) == ("The ferry left.", ((4, 9),), False, False)


@pytest.mark.parametrize(("before", "after"), [(0, 3000), (3000, 0), (3000, 3000), (100, 900)])
def test_a_long_one_is_shown_around_its_first_mark(before, after):
    text = "word " * (before // 5) + "ferry" + " word" * (after // 5)
    part = excerpt(text, [(before, before + 5)])
    (start, end) = part.marks[0]
    assert part.text[start:end] == "ferry"
    assert len(part.text) <= LONGEST
    assert not part.text.startswith("ord")
    assert not part.text.endswith("wor")


def test_without_marks_the_beginning_is_shown():
    part = excerpt("word " * 500, [])
    assert (part.cut_before, part.cut_after) == (False, True)


@given(st.text(alphabet="ab ", max_size=3000), st.data())
def test_marks_lie_in_the_excerpt_and_mark_the_same_words(text, data):
    places = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    marks = [(a, b) for a, b in zip(places[::2], places[1::2], strict=False) if a < b]
    part = excerpt(text, marks)
    assert part.text in text
    for start, end in part.marks:
        assert 0 <= start < end <= len(part.text)

"""Cutting a text at its marks: tables, and the property that a text comes through whole."""

import html
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.templatetags.marks import Closed, Opened, TextMark, cut, render

Q, P, C = "quotation", "person", "country"


def drawn(text, *marks):
    """Draw the pieces: a mark as its first letter with brackets around what it holds."""
    drawing = ""
    for piece in cut(text, [TextMark(start, end, css) for start, end, css in marks]):
        match piece:
            case Opened(mark):
                drawing += mark.css[0] + "("
            case Closed():
                drawing += ")"
            case _:
                drawing += piece
    return drawing


@pytest.mark.parametrize(
    ("marks", "drawing"),
    [
        ([], "abcdef"),
        ([(0, 6, Q)], "q(abcdef)"),
        ([(1, 3, P)], "ap(bc)def"),
        ([(1, 3, P), (3, 5, C)], "ap(bc)c(de)f"),
        ([(0, 6, Q), (2, 4, P)], "q(abp(cd)ef)"),
        ([(2, 4, P), (0, 6, Q)], "q(abp(cd)ef)"),
        ([(0, 4, Q), (0, 2, P)], "q(p(ab)cd)ef"),
        ([(0, 4, Q), (2, 6, P)], "q(abp(cd))p(ef)"),
        ([(0, 2, Q), (0, 2, P)], "q(p(ab))cdef"),
        ([(0, 3, Q), (1, 5, P), (2, 6, C)], "q(ap(bc(c)))p(c(de))c(f)"),
        ([(2, 2, P)], "abcdef"),
        ([(4, 99, P)], "abcdp(ef)"),
        ([(99, 120, P)], "abcdef"),
        ([(-5, 2, P)], "p(ab)cdef"),
    ],
)
def test_a_text_is_cut_at_its_marks(marks, drawing):
    assert drawn("abcdef", *marks) == drawing


def test_an_empty_text_has_no_pieces():
    assert drawn("", (0, 3, Q)) == ""


def test_what_an_article_says_stays_text():
    page = render("<b>&“Bye”", [TextMark(0, 3, P, title='"><script>', href='/x"')])
    assert page.startswith('<a class="person" href="/x&quot;" title="&quot;&gt;&lt;script&gt;">&lt;b&gt;</a>&amp;“')


def test_a_link_never_lies_in_a_link():
    page = render("abcdef", [TextMark(0, 6, P, href="/p"), TextMark(2, 4, C, href="/c")])
    assert page == ('<a class="person" href="/p" title="">ab<span class="country" title="">cd</span>ef</a>')


def test_a_quotation_ends_with_the_way_to_its_page():
    page = render("abcdef", [TextMark(1, 4, Q, "Quotation of X", entry="/q/1/")])
    assert '<mark class="quotation" title="Quotation of X">bcd</mark><a class="to-quotation" href="/q/1/"' in page


def test_a_quotation_within_a_link_has_no_link_of_its_own():
    assert "to-quotation" not in render("abcdef", [TextMark(0, 6, P, href="/p"), TextMark(1, 4, Q, entry="/q/1/")])


def test_a_number_is_raised_once_where_its_mark_ends():
    page = render("abcd", [TextMark(0, 3, P), TextMark(1, 4, "step", number=2)])
    assert page.endswith('<mark class="step" title="">d</mark><sup class="evidence-number">2</sup>')
    assert page.count("<sup") == 1


def test_a_mark_is_moved():
    assert TextMark(3, 5, P, number=1).moved(-2) == TextMark(1, 3, P, number=1)


MARKS = st.builds(
    TextMark,
    start=st.integers(-2, 30),
    end=st.integers(-2, 30),
    css=st.sampled_from([Q, P, C]),
    title=st.text(max_size=5),
    href=st.sampled_from(["", "/people/1/"]),
    entry=st.sampled_from(["", "/q/1/"]),
)
TAG = re.compile(r"<[^<>]*>")


def test_a_mark_that_goes_on_after_another_has_its_id_once():
    page = render("abcd", [TextMark(0, 3, P, href="/p"), TextMark(1, 4, "hit", key="m1")])
    assert page == (
        '<a class="person" href="/p" title="">a<mark class="hit" title="" id="m1">bc</mark></a>'
        '<mark class="hit" title="">d</mark>'
    )


@given(text=st.text(max_size=25), marks=st.lists(MARKS, max_size=8))
def test_the_text_comes_through_whole(text, marks):
    assert html.unescape(TAG.sub("", render(text, marks))) == text


@given(text=st.text(max_size=25), marks=st.lists(MARKS, max_size=8))
def test_marks_close_as_they_opened(text, marks):
    stack = []
    for piece in cut(text, marks):
        if isinstance(piece, Opened):
            stack.append(piece.mark)
        elif isinstance(piece, Closed):
            assert piece.mark == stack.pop()
    assert stack == []


@given(text=st.text(min_size=1, max_size=25), marks=st.lists(MARKS, max_size=8))
def test_every_mark_covers_its_stretch(text, marks):
    covered: dict[int, Any] = {}
    place, stack = 0, []
    for piece in cut(text, marks):
        if isinstance(piece, Opened):
            stack.append(id(piece.mark))
        elif isinstance(piece, Closed):
            stack.pop()
        else:
            for mark in stack:
                covered.setdefault(mark, set()).update(range(place, place + len(piece)))
            place += len(piece)
    for mark in marks:
        assert covered.get(id(mark), set()) == set(range(max(mark.start, 0), min(mark.end, len(text))))

"""What differs between two versions of an article, paragraph by paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.content.version_diff import paragraph_changes, value_changes
from tests.examples import examples

ONE, TWO, THREE = "The first paragraph has words.", "Another one speaks of ferries.", "The last is about harbours."
TOUCHED = "Another one speaks of ships."


def content(*texts, **values):
    return {"values": values, "paragraphs": [["body", text] for text in texts]}


def changes(before, after):
    return [
        (one.change, one.position, one.run if one.change == "same" else (one.before, one.after))
        for one in paragraph_changes(before, after)
    ]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ((ONE, TWO), (ONE, TWO), [("same", 1, 2)]),
        ((ONE, TWO, THREE), (ONE, TOUCHED, THREE), [("same", 1, 1), ("changed", 2, (TWO, TOUCHED)), ("same", 3, 1)]),
        ((ONE, TWO), (ONE, THREE, TWO), [("same", 1, 1), ("added", 2, ("", THREE)), ("same", 3, 1)]),
        ((ONE, TWO, THREE), (ONE, THREE), [("same", 1, 1), ("left out", 2, (TWO, "")), ("same", 2, 1)]),
        (
            (ONE, TWO),
            (THREE, TOUCHED),
            [("added", 1, ("", THREE)), ("left out", 2, (ONE, "")), ("changed", 2, (TWO, TOUCHED))],
        ),
        ((), (ONE,), [("added", 1, ("", ONE))]),
        ((ONE,), (), [("left out", 1, (ONE, ""))]),
    ],
)
def test_paragraphs_are_the_same_touched_up_new_or_gone(before, after, found):
    assert changes(content(*before), content(*after)) == found


def test_another_kind_of_the_same_text_is_a_change():
    before, after = content(ONE), {"values": {}, "paragraphs": [["note", ONE]]}
    (one,) = paragraph_changes(before, after)
    assert (one.change, one.kind_before, one.kind) == ("changed", "body", "note")


def test_values_that_differ_are_named_in_the_order_of_the_page():
    before, after = content(title="A", url="", byline="B"), content(title="C", url="https://example.org/", byline="B")
    assert [(one.field, one.before, one.after) for one in value_changes(before, after)] == [
        ("title", "A", "C"),
        ("url", "", "https://example.org/"),
    ]


TEXTS = st.lists(st.sampled_from([ONE, TWO, TOUCHED, THREE, "Words."]), max_size=7)


@given(TEXTS, TEXTS)
@examples(1)
def test_both_versions_can_be_read_from_the_changes(before, after):
    found = paragraph_changes(content(*before), content(*after))
    shown = [one.after for one in found if one.change in ("changed", "added")]
    left = [one.before for one in found if one.change in ("changed", "left out")]
    same = sum(one.run for one in found if one.change == "same")
    assert len(shown) + same == len(after)
    assert len(left) + same == len(before)
    assert set(shown) <= set(after)
    assert set(left) <= set(before)

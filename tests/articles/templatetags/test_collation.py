"""Two wordings laid over each other."""

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from articles.templatetags import collation
from articles.templatetags.collation import Piece, word_diff

WORDS = st.lists(st.sampled_from(["harbour", "ferry", "the", ",", "–", "\n", " ", "“", "é", "مرفأ"]), max_size=12)


def pieces(before: str, after: str) -> list[tuple[str, str]]:
    return [(piece.change, piece.text) for piece in word_diff(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("", "", []),
        ("Ferry leaves", "Ferry leaves", [("same", "Ferry leaves")]),
        ("", "Ferry", [("added", "Ferry")]),
        ("Ferry", "", [("left out", "Ferry")]),
        ("in Bejing.", "in Beijing.", [("same", "in "), ("left out", "Bejing"), ("added", "Beijing"), ("same", ".")]),
        ("The ferry leaves", "The old ferry leaves", [("same", "The "), ("added", "old "), ("same", "ferry leaves")]),
        ("a quick fox", "a slow dog", [("same", "a "), ("left out", "quick fox"), ("added", "slow dog")]),
    ],
)
def test_words_are_the_same_added_or_left_out(before, after, shown):
    assert pieces(before, after) == shown


@given(WORDS, WORDS)
def test_both_texts_can_be_read_from_the_pieces(one, other):
    before, after = "".join(one), "".join(other)
    found = word_diff(before, after)
    assert "".join(piece.text for piece in found if piece.change != "added") == before
    assert "".join(piece.text for piece in found if piece.change != "left out") == after
    assert all(piece.text for piece in found)


def test_texts_of_endless_length_differ_as_a_whole_between_their_ends(monkeypatch):
    monkeypatch.setattr(collation, "Indel", None)  # so that comparing them word by word would fail
    before, after = "So: " + "!." * 50_000 + " end", "So: " + ".!" * 40_000 + " end"
    changes = [(change, len(text)) for change, text in pieces(before, after)]
    assert [change for change, _ in changes] == ["same", "left out", "added", "same"]
    assert changes[1][1] > 99_000


def test_a_long_text_with_few_repeats_is_compared_word_by_word():
    before = [f"word{n}" for n in range(2000)]
    after = [*before[:500], "new", *before[500:1500], *before[1501:]]
    changed = [(change, text.strip()) for change, text in pieces(" ".join(before), " ".join(after)) if change != "same"]
    assert changed == [("added", "new"), ("left out", "word1500")]


def test_texts_of_which_every_second_word_differs_are_compared_word_by_word():
    before = " ".join(f"word{n}" for n in range(2000))
    after = " ".join(f"word{n}" if n % 2 else f"other{n}" for n in range(2000))
    changes = [change for change, _ in pieces(before, after)]
    assert changes == ["left out", "added", "same"] * 1000


def test_readers_of_screens_hear_what_was_added_and_left_out():
    page = Template("{% load collation %}{% collation 'an <old> ferry' 'a ferry' %}").render(Context())
    assert (
        '<span class="visually-hidden">[left out: </span>an &lt;old&gt;<span class="visually-hidden">]</span></del>'
        in page
    )
    assert '<ins><span class="visually-hidden">[added: </span>a<span' in page


@pytest.mark.parametrize(
    ("text", "parts"),
    [(" a b ", (" ", "a b", " ")), ("a", ("", "a", "")), (" ", (" ", "", "")), ("\na ", ("\n", "a", " "))],
)
def test_blanks_stand_beside_the_marks(text, parts):
    assert Piece("added", text).parts == parts

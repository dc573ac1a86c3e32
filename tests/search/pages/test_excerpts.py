"""A long paragraph is shown by the whole sentences that have its marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.pages.excerpts import ROOM, SHORT, excerpt

FERRY = "The ferry left at noon."
OTHER = "Nobody on the quay had a hat on. "


def shown(text: str, *words: str) -> list[str]:
    marks = sorted((text.index(word), text.index(word) + len(word)) for word in words)
    return [piece.text for piece in excerpt(text, marks).fragments]


def test_a_paragraph_of_common_length_is_shown_whole():
    part = excerpt("The ferry left.", [(4, 9)])
    assert [(piece.text, piece.marks) for piece in part.fragments] == [("The ferry left.", ((4, 9),))]
    assert (part.cut_before, part.cut_after) == (False, False)


def test_a_long_one_is_shown_by_the_sentence_with_the_mark_and_what_follows():
    text = OTHER * 40 + FERRY + " " + OTHER * 40
    (piece,) = shown(text, "ferry")
    assert piece.startswith(FERRY + " Nobody")
    assert piece.endswith("hat on.")
    assert len(piece) <= ROOM


def test_sentences_far_apart_are_pieces_of_their_own():
    text = OTHER * 40 + FERRY + " " + OTHER * 20 + "Its captain was asleep. " + OTHER * 10
    assert [piece[:23] for piece in shown(text, "ferry", "captain")] == [FERRY, "Its captain was asleep."]


def test_sentences_with_most_marks_come_before_others():
    rare, dense = "A ferry. " + "So it was. " * 80, "The ferry had a captain and a mate. "
    assert shown(rare + dense, "ferry", "captain", "mate")[-1] == dense.strip()


def test_sentences_within_quotation_marks_are_sentences():
    text = "“" + OTHER * 20 + FERRY + " " + OTHER * 20 + "”"
    assert shown(text, "ferry")[0].startswith(FERRY)


def test_an_abbreviation_ends_no_sentence():
    text = OTHER * 30 + "Capt. Roe saw Mr. Doe on the ferry. " + OTHER * 5
    assert shown(text, "ferry")[0].startswith("Capt. Roe saw Mr. Doe on the ferry.")


@pytest.mark.parametrize(("before", "after"), [(0, 3000), (3000, 0), (3000, 3000), (100, 900)])
def test_a_sentence_without_an_end_is_cut_between_words(before, after):
    text = "word " * (before // 5) + "ferry" + " word" * (after // 5)
    part = excerpt(text, [(before, before + 5)])
    (piece,) = part.fragments
    (start, end) = piece.marks[0]
    assert piece.text[start:end] == "ferry"
    assert len(piece.text) <= ROOM
    assert {*piece.text.split()} <= {"word", "ferry"}
    assert (part.cut_before, part.cut_after) == (before > ROOM, after > 0)


def test_without_marks_the_beginning_is_shown():
    part = excerpt(OTHER * 60, [])
    assert part.fragments[0].text.startswith("Nobody")
    assert (part.cut_before, part.cut_after) == (False, True)


@given(st.text(alphabet="aB. “", max_size=3 * SHORT), st.data())
def test_marks_lie_in_their_piece_and_mark_the_same_words(text, data):
    places = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    marks = [(a, b) for a, b in zip(places[::2], places[1::2], strict=False) if a < b]
    part = excerpt(text, marks)
    assert all(piece.text in text for piece in part.fragments)
    words = {text[start:end] for start, end in marks}
    for piece in part.fragments:
        for start, end in piece.marks:
            assert 0 <= start < end <= len(piece.text)
            assert any(piece.text[start:end] in word for word in words)
    assert sum(len(piece.text) for piece in part.fragments) <= SHORT


def test_the_first_mark_is_always_shown():
    text = "x" * 900 + " ferry. " + OTHER * 3
    assert any(piece.marks for piece in excerpt(text, [(901, 906)]).fragments)

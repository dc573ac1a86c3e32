"""Text → tokens: what counts as one word, and under which forms it is found."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.analysis import forms, tokens, words

CUT = [
    ("The economy, stupid!", ["the", "economy", "stupid"]),
    ("Müller met MÜLLER and Mu\u0308ller", ["muller", "met", "muller", "and", "muller"]),
    ("Łódź, Ærø and Straße", ["lodz", "aero", "and", "strasse"]),
    ("O’Brien O'Brien", ["o'brien", "o'brien"]),
    ("the U.S. and the U.S.-led U.S", ["the", "u.s", "and", "the", "u.s", "led", "u.s"]),
    ("COVID-19", ["covid", "19"]),
    ("AT&T, R&D", ["at", "&", "t", "r", "&", "d"]),
    ("3.5% of 1,000", ["3.5", "%", "of", "1000"]),
    ("C++ C#", ["c", "++", "c", "#"]),
    ("#MeToo @user", ["#", "metoo", "@", "user"]),
    ("$5m €3bn", ["$", "5m", "€", "3bn"]),
    ("co\u00adoperate", ["cooperate"]),
    ("W-2 G-20 02091-C-71", ["w", "2", "g", "20", "02091", "c", "71"]),
    ("习近平 Путин", ["习近平", "путин"]),
    ("… — “”", []),
]


@pytest.mark.parametrize(("text", "expected"), CUT)
def test_what_a_token_is(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize("same", [("government", "governments"), ("Biden", "Biden’s"), ("warned", "warning")])
def test_forms_of_a_word_share_a_stem(same: tuple[str, str]) -> None:
    assert len({forms(word)[1] for word in same}) == 1


@given(st.text())
def test_tokens_lie_in_the_text_in_order_and_do_not_overlap(text: str) -> None:
    found = tokens(text)
    assert all(0 <= token.start < token.end <= len(text) for token in found)
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))

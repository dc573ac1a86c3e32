"""Text → tokens: what counts as one word, and under which forms it is found."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.names.letters import plain_letters
from search.language.analysis import analyse, folding, forms, index_terms, tokens, words
from search.language.analysis.cache import LONGEST_WORD, LONGEST_WRITTEN, Cache
from tests.costs import cpu_cost

CUT = [
    ("The economy, stupid!", ["the", "economy", "stupid"]),
    ("Müller met MÜLLER and Mu\u0308ller", ["muller", "met", "muller", "and", "muller"]),
    ("Łódź, Ærø and Straße", ["lodz", "aero", "and", "strasse"]),
    ("O’Brien OBrien O'Brien’s", ["o", "brien", "obrien", "o", "brien's"]),
    ("Sana'a N'Djamena D’Arcy", ["sana", "a", "n", "djamena", "d", "arcy"]),
    ("don't we’re I've A's 6'2", ["don't", "we're", "i've", "a's", "6'2"]),
    ("Đinđić, Søren and Þór in Hawaiʻi", ["dindic", "soren", "and", "thor", "in", "hawaii"]),
    ("the U.S. and the U.S.-led U.S", ["the", "u.s", "and", "the", "u.s", "led", "u.s"]),
    ("COVID-19", ["covid", "19"]),
    ("AT&T, R&D", ["at", "&", "t", "r", "&", "d"]),
    ("3.5% of 1,000", ["3.5", "%", "of", "1000"]),
    ("C++ C#", ["c", "++", "c", "#"]),
    ("#MeToo @user", ["#", "metoo", "@", "user"]),
    ("$5m €3bn", ["$", "5m", "€", "3bn"]),
    ("co\u00adoperate", ["cooperate"]),
    ("W-2 G-20 02091-C-71", ["w", "2", "g", "20", "02091", "c", "71"]),
    ("习近平 Путин", ["习近", "近平", "平", "путин"]),
    ("… — “”", []),
    ("東港 (US) と北港 (EU)", ["東港", "港", "u.s", "と北", "北港", "港", "e.u"]),
    ("US AND EU MEET 12", ["us", "and", "eu", "meet", "12"]),
    ("1,000.50 12,345,678 3,5 1,23", ["1000.50", "12345678", "3,5", "1,23"]),
    ("O‘Brien O´Brien O`Brien O′Brien", ["o", "brien"] * 4),
    ("‘so’ dogs' ’tis", ["so", "dogs", "tis"]),
    ("Robert Mueller III", ["robert", "muller", "iii"]),
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


@given(st.one_of(st.text(), st.text(alphabet="aZé9.,'’_-+%\u0301\u200b\n U")))
def test_an_index_gets_the_same_forms_without_their_places(text: str) -> None:
    found = analyse(text)
    assert index_terms(text) == ([(token.word, token.stem) for token in found.tokens], found.variants)


PARTS = ["a.b.", "1.2,", "a'", "a\u0301", "é", "x_", "++", "U.S.-", "\u0301", "\u0301\u0323", "aa’b "]


@pytest.mark.parametrize("part", PARTS)
def test_the_cost_grows_with_the_text_and_no_faster(part: str) -> None:
    small, large = "a" + part * 500, "a" + part * 4_000
    assert cpu_cost(lambda: tokens(large)) < 30 * cpu_cost(lambda: tokens(small))


@pytest.mark.parametrize("letter", ["a", "か", "ö"])
def test_of_a_word_with_endless_marks_a_bounded_part_is_read(letter: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read = []

    def counted(text: str) -> str:
        read.append(len(text))
        return plain_letters(text)

    monkeypatch.setattr(folding, "plain_letters", counted)
    text = letter + "\u0e48" * 3000 + "\u0e38" * 3000
    (token,) = tokens(text)
    assert 0 < max(read) <= 2 * LONGEST_WRITTEN, "ö is written out as two letters at the most"
    assert (token.start, token.end) == (0, len(text))
    assert {len(form) for form in index_terms(text)[0][0]} == {LONGEST_WORD}


def test_pieces_that_are_kept_are_bounded() -> None:
    kept = Cache(str.upper, 3)
    sizes = [kept[letter] and len(kept) for letter in "abcdefg"]
    assert max(sizes) == 3

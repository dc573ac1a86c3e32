"""The automaton of phrases: longest first, word by word, in time linear in the row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.extraction.gazetteer.phrase_automaton import PhraseAutomaton
from tests.costs import cpu_cost

PHRASES = PhraseAutomaton(
    (tuple(phrase.split()), phrase)
    for phrase in (
        "Niger",
        "Nigeria",
        "New Mexico",
        "Mexico",
        "New Mexico State",
        "Bay of Pigs",
        "US",
        "Yaoundé",
        "N.J.",
    )
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in Nigeria today", ["Nigeria"]),
        ("New Mexico", ["New Mexico"]),
        ("New Mexico State University and Mexico", ["New Mexico State", "Mexico"]),
        ("New Mexican", []),
        ("NIGERIA AND NEW MEXICO", ["Nigeria", "New Mexico"]),
        ("Bay Of Pigs", ["Bay of Pigs"]),
        ("tell us", []),
        ("U.S. ships", ["US"]),
        ("N.J. but NJ", ["N.J."]),
        ("Yaoundé", ["Yaoundé"]),
        ("", []),
    ],
)
def test_which_phrases_are_found(text, found):
    assert [phrase for _, _, phrase in PHRASES.longest_in(text.split())] == found


def test_all_phrases_are_found_where_they_overlap():
    assert sorted(PHRASES.all_in(["a", "New", "Mexico", "State"])) == [
        (1, 3, "New Mexico"),
        (1, 4, "New Mexico State"),
        (2, 3, "Mexico"),
    ]


def test_a_phrase_that_is_not_allowed_gives_way_to_a_shorter_one():
    found = PHRASES.longest_in(["New", "Mexico", "State"], lambda first, last, phrase: phrase != "New Mexico State")
    assert found == [(0, 2, "New Mexico")]


def test_the_first_of_two_equal_phrases_counts():
    assert PhraseAutomaton([(("Lima",), 1), (("Lima",), 2)]).longest_in(["Lima"]) == [(0, 1, 1)]


def test_it_says_which_words_it_knows():
    assert "Pigs" in PHRASES
    assert "Sheep" not in PHRASES


def test_a_row_ten_times_as_long_takes_about_ten_times_as_long():
    def cost(times: int) -> float:
        row = ["New", "New", "Mexico", "of", "Bay"] * times
        return cpu_cost(lambda: PHRASES.longest_in(row))

    assert cost(40_000) < 30 * cost(4_000)


ROWS = st.lists(st.sampled_from("abc"), max_size=12)
LEXICONS = st.sets(st.lists(st.sampled_from("abc"), min_size=1, max_size=4).map(tuple), max_size=8)


@given(row=ROWS, lexicon=LEXICONS)
def test_it_finds_what_looking_at_every_place_finds(row, lexicon):
    found, at = [], 0
    while at < len(row):
        last = max((at + len(words) for words in lexicon if tuple(row[at : at + len(words)]) == words), default=0)
        if last:
            found.append((at, last))
        at = last or at + 1
    automaton = PhraseAutomaton((words, None) for words in lexicon)
    assert [(first, last) for first, last, _ in automaton.longest_in(row)] == found

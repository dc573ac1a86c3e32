"""Which spellings the words of a name fit."""

import pytest

from articles.names.match import known_words, name_words, words_fit


def test_the_words_of_a_name_are_each_there_once_the_surname_first():
    assert name_words("Sirhan-Sirhan B. Ünal") == [tuple(map(frozenset, ({"unal", "uenal"}, {"sirhan"}, {"b"})))]


def test_what_is_too_long_to_be_a_name_has_no_words():
    assert name_words("amara " * 99) == []


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("Bush", "george walker bush"),
        ("Bush, George", "george walker bush"),
        ("Mueller", "robert muller"),
        ("Müller", "robert mueller"),
    ],
)
def test_words_that_fit(name, spelling):
    assert words_fit(name_words(name), known_words(spelling))


@pytest.mark.parametrize(
    ("name", "spelling"), [("", "bush"), ("Bus", "bush"), ("Jeb Bush", "george bush"), ("Bush", "")]
)
def test_words_that_do_not_fit(name, spelling):
    assert not words_fit(name_words(name), known_words(spelling))

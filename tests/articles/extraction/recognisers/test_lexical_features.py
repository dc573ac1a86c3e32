"""What a word shows by itself."""

import pytest

from articles.extraction.recognisers.lexical_features import pinyin, shape, word_classes


@pytest.mark.parametrize(
    ("word", "outline"), [("McBride", "XxXx"), ("U.S.", "X.X."), ("al-Sayed", "x-Xx"), ("42nd", "dx")]
)
def test_the_outline_of_a_word(word, outline):
    assert shape(word) == outline


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Anna", "g"),
        ("ANNA", "g"),
        ("Émile", "g"),
        ("Holmes", "a"),
        ("Nguyen", "e"),
        ("Mr", "h"),
        ("Ministry", "o"),
        ("of", "c"),
    ],
)
def test_the_lexicons_know_a_word(word, kind):
    assert kind in word_classes(word)


def test_a_word_that_no_lexicon_has():
    assert word_classes("Qwrtzk") == "-"


@pytest.mark.parametrize(("word", "could_be"), [("jiande", True), ("xi", True), ("min-liang", True), ("strong", False)])
def test_chinese_syllables(word, could_be):
    assert pinyin(word) == could_be

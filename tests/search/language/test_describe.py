"""A query in plain English."""

import pytest

from search.language.describe import ResolvedName, describe
from search.language.parser import parse

DESCRIBED = [
    ("tax", "“tax” in any form"),
    ("tax -levy", "“tax” in any form and not “levy” in any form"),
    ('a "b c" OR ddd*', "(“a” in any form and exactly “b c”) or a word that begins with “ddd”"),
    ("abc* OR a", "a word that begins with “abc” or “a” in any form"),
    ('"tax levy"~5', "the words of “tax levy” in any order with at most 5 others among them"),
    ('"tax levy"~1', "the words of “tax levy” in any order with at most one other among them"),
    ('"tax levy"~0', "the words of “tax levy” in any order with no others among them"),
    ("merkel~", "“merkel” or a word that is one letter away from it"),
    ("atleast3(tax)", "“tax” in any form, 3 times or more"),
    ("in:quotes a", "within quotations: “a” in any form"),
    ("-in:quotes", "not a quotation"),
    ("title:tax", "an article whose title has “tax” in any form"),
    ("speaker:Kirby", "words of “Kirby”"),
    ("about:Kirby", "words about “Kirby”"),
    ("author:roe", "the author “roe”"),
    ("year:2020", "a date on or after 1 January 2020 and before 1 January 2021"),
]


@pytest.mark.parametrize(("text", "words"), DESCRIBED)
def test_a_query_is_described_in_words(text: str, words: str) -> None:
    query = parse(text).query
    assert query is not None
    assert describe(query) == words


MEANINGS = [
    (ResolvedName("speaker", "roe", ("Jane Roe",)), "Jane Roe"),
    (ResolvedName("speaker", "roe", ("Jane Roe", "Ann Roe")), "Jane Roe and Ann Roe"),
    (ResolvedName("speaker", "roe", ("Jane Roe", "Ann Roe"), 1_200), "Jane Roe, Ann Roe and 1,200 more"),
    (ResolvedName("speaker", "roe", ()), "not in the archive"),
]


@pytest.mark.parametrize(("meaning", "words"), MEANINGS)
def test_a_name_is_described_with_whom_it_led_to(meaning: ResolvedName, words: str) -> None:
    query = parse("speaker:roe tax").query
    assert query is not None
    assert describe(query, [meaning]) == f"words of “roe” ({words}) and “tax” in any form"

"""What is being typed: the word at the caret and the names it may end."""

import pytest

from search.language.completion_context import completion_context

TYPED = [
    ("", "", "", []),
    ("merk", "", "merk", ["merk"]),
    ("war angela merk", "", "merk", ["war angela merk", "angela merk", "merk"]),
    ("one two three four five", "", "five", ["two three four five", "three four five", "four five", "five"]),
    ("angela ", "", "", ["angela"]),
    ("war OR merk", "", "merk", ["merk"]),
    ("war OR", "", "", []),
    ("(war -merk", "", "merk", ["merk"]),
    ('"deputy secr', "", "secr", []),
    ('"deputy secretary"', "", "", []),
    ("speaker:merk", "speaker", "", ["merk"]),
    ('tax speaker:"angela merk', "speaker", "", ["angela merk"]),
    ('speaker:"angela merkel"', "", "", []),
    ("speaker:merkel eur", "", "eur", ["eur"]),
    ("speaker: merk", "speaker", "", ["merk"]),
    ("speaker:", "", "", []),
    ("atleast3:taxe", "", "taxe", []),
    ("title:taxe", "title", "taxe", ["taxe"]),
    ("diplom*", "", "", ["diplom*"]),
    ("Müll", "", "Müll", ["Müll"]),
]


@pytest.mark.parametrize(("text", "field", "word", "names"), TYPED)
def test_what_is_typed_at_the_end(text, field, word, names):
    found = completion_context(text, len(text))
    assert (found.field, found.word.text if found.word else "") == (field, word)
    assert [name.text for name in found.names] == names


def test_only_what_stands_before_the_caret_is_being_typed():
    found = completion_context("angela merk and taxes", 11)
    assert (found.word.text, found.word.start, found.word.end) == ("merk", 7, 11)
    assert [(name.text, name.start, name.end) for name in found.names] == [("angela merk", 0, 11), ("merk", 7, 11)]


def test_a_field_is_taken_up_with_its_name_and_quotation_mark():
    (name,) = completion_context('tax -speaker:"angela', 20).names
    assert (name.start, name.end) == (5, 20)


@pytest.mark.parametrize("caret", [-5, 0, 10_000])
@pytest.mark.parametrize("text", ["\x00", "a" * 10_000, '"' * 999, "(" * 500 + ":", "speaker:", "-"])
def test_nothing_that_can_be_typed_is_too_much(text, caret):
    found = completion_context(text, caret)
    stretches = [*found.names, *filter(None, [found.word])]
    assert all(0 <= one.start <= one.end <= len(text) for one in stretches)

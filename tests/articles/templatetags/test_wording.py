"""The archive's values in a reader's words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.extraction.certainty import LEAST_LIKELY, LEAST_SURE
from articles.templatetags.wording import (
    PARTS,
    confidence_label,
    date_words,
    day_words,
    how_named,
    lang_attribute,
    said_size,
    web_address,
)


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("", ""),
        ("2022", "2022"),
        ("2022-03", "March 2022"),
        ("2022-03-08", "8 March 2022"),
        ("2022-03-18T13:00", "18 March 2022, 13:00"),
        ("2022-03-18T13:00Z", "18 March 2022, 13:00 UTC"),
        ("2022-03-18T13:00:05+01:00", "18 March 2022, 13:00:05 (UTC+01:00)"),
        ("0001-01-01", "1 January 1"),
        ("some day", "some day"),
        ("2022-13", "2022-13"),
        ("2022-02-30T10:00", "2022-02-30T10:00"),
        ("0000", "0000"),
        ("٢٠٢٢", "٢٠٢٢"),
    ],
)
def test_a_date_is_told_at_its_precision(iso, words):
    assert date_words(iso) == words


@given(st.text() | st.from_regex(PARTS, fullmatch=True))
def test_whatever_a_date_holds_it_is_told(text):
    assert date_words(text) or not text


@pytest.mark.parametrize("url", ["https://example.org/a?b=c", "http://example.org", " https://example.org/a "])
def test_a_web_address_can_be_followed(url):
    assert web_address(url) == url.strip()


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "data:text/html,x", "https:", "//example.org", "http://[x"])
def test_anything_else_is_not_made_a_link(url):
    assert web_address(url) == ""


@pytest.mark.parametrize(
    ("confidence", "word"),
    [
        (1.0, "sure"),
        (LEAST_SURE, "sure"),
        (LEAST_SURE - 0.01, "likely"),
        (LEAST_LIKELY, "likely"),
        (LEAST_LIKELY - 0.01, "unsure"),
        (0.0, "unsure"),
    ],
)
def test_confidence_is_told_in_a_word(confidence, word):
    assert confidence_label(confidence) == word


def test_each_way_of_naming_is_told_once():
    assert how_named(["name", "people", "name", "place"]) == "name, people, a place in it"


@pytest.mark.parametrize(
    ("iso", "words"),
    [("2022-03-18T13:00+01:00", "18 March 2022"), ("2022-03", "March 2022"), ("", ""), ("some day", "some day")],
)
def test_where_little_room_is_a_date_is_a_day(iso, words):
    assert day_words(iso) == words


@pytest.mark.parametrize(
    ("length", "largest", "size"),
    [
        (1, "xl", "xl"),
        (80, "xl", "xl"),
        (81, "xl", "l"),
        (160, "xl", "l"),
        (161, "xl", "m"),
        (80, "l", "l"),
        (80, "m", "m"),
        (5000, "m", "m"),
        (80, "s", "s"),
        (5000, "s", "s"),
    ],
)
def test_words_are_set_by_their_length_and_never_larger_than_asked(length, largest, size):
    assert said_size("x" * length, largest) == size


@pytest.mark.parametrize(("length", "size"), [(1, "xl"), (200, "xl"), (201, "l"), (400, "l"), (401, "m"), (9999, "m")])
def test_on_their_own_page_words_are_set_larger(length, size):
    assert said_size("x" * length, "alone") == size


@pytest.mark.parametrize(
    ("language", "attribute"),
    [
        ("de-AT", ' lang="de-AT"'),
        ("German", ' lang="de"'),
        ("", ""),
        ("Klingonese", ""),
        ('"><script>', ""),
    ],
)
def test_a_text_says_its_language_where_it_is_one(language, attribute):
    assert lang_attribute(language) == attribute

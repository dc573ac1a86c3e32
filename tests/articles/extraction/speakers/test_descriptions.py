"""Descriptions lead to the person named before whom they fit; those of people whom nobody names stay as they are."""

import pytest

from articles.extraction.speakers.descriptions import head_of, same_sort
from tests.articles.extraction.quotations.quotations_found import first_speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ida Holm met farmers in Bergen. “It rained all day,” the Norway lawmaker said.", "Ida Holm"),
        ("Ida Holm met farmers in Bergen. “It rained all day,” said the 29-year-old singer.", "Ida Holm"),
        ("Ida Holm said she had doubts. “It rained all day,” the former Bergen mayor said.", "Ida Holm"),
        ("Rep. Ida Holm wrote to Nora Berg. “It rained all day,” the six-term lawmaker said.", "Ida Holm"),
        ("Ida Holm praised Karl Huber. “It rained all day,” the former congresswoman said.", "Ida Holm"),
        ("Ida Holm met farmers in Bergen. “It rained all day,” the senator said.", "Ida Holm"),
        ("Ida Holm met Karl Huber. Nora Berg spoke next. “It rained all day,” the mogul said.", "Nora Berg"),
        ("Chinese President Ida Holm called Karl Huber. “It rained all day,” the American leader said.", "Karl Huber"),
        ("Ida Holm met farmers in Bergen. “It rained all day,” a Norway lawmaker said.", "a Norway lawmaker"),
        ("Ida Holm met farmers in Bergen. “It rained all day,” the senior official said.", "the senior official"),
        ("“It rained all day,” the Norway lawmaker said.", "the Norway lawmaker"),
        ("Ida Holm met farmers in Bergen. “It rained all day,” the president said.", "the president"),
    ],
)
def test_whom_a_description_means(text, speaker):
    assert first_speakers(text)[0][1] == speaker


@pytest.mark.parametrize(
    ("words", "head"),
    [("the chair of the House panel", "chair"), ("The mogul", "mogul"), ("the Bergen mayor.", "mayor"), ("", "")],
)
def test_the_noun_that_words_are_about(words, head):
    assert head_of(words) == head


def test_titles_and_nouns_of_one_sort_are_the_same():
    assert same_sort("sen") == same_sort("lawmaker") != same_sort("nominee")
    assert same_sort("mayor") == "mayor"


def test_the_president_who_spoke_is_meant_before_one_who_is_nearer():
    text = "President Ida Holm said she met President Karl Huber. “It rained all day,” the president said."
    assert first_speakers(text)[0][1] == "Ida Holm"

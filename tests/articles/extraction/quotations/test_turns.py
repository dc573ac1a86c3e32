"""Transcripts: each turn is its speaker's, with and without marks."""

import pytest

from articles.extraction import extract
from articles.extraction.findings import Passage, SpeakerKind
from tests.articles.extraction.quotations.quotations_found import first_speakers, quoted

INTRODUCTION = "Maria Keller, the mayor of Lindau, spoke to Peter Novak of Radio Lindau."


def test_turns_in_capitals_are_led_to_the_people_of_the_article():
    found = first_speakers(INTRODUCTION, "NOVAK: Who pays?", "KELLER: The canton pays.", "NOVAK: Thank you.")
    assert found == [
        ("Who pays?", "Peter Novak"),
        ("The canton pays.", "Maria Keller"),
        ("Thank you.", "Peter Novak"),
    ]


def test_turns_under_full_names():
    found = first_speakers(
        INTRODUCTION, "Peter Novak: Who pays?", "Maria Keller: The canton.", "Peter Novak: Thank you."
    )
    assert [speaker for _, speaker in found] == ["Peter Novak", "Maria Keller", "Peter Novak"]


def test_turns_between_marks_that_are_never_closed():
    found = quoted(
        INTRODUCTION, "“NOVAK: Who pays?", "“KELLER: The canton pays.", "“It always has.", "“NOVAK: Thank you.”"
    )
    assert found == [
        (["Who pays?"], ["Peter Novak"]),
        (["The canton pays.", "It always has."], ["Maria Keller"]),
        (["Thank you."], ["Peter Novak"]),
    ]


def test_a_turn_of_somebody_unknown_keeps_the_words_of_the_transcript():
    quotations = extract([Passage(text) for text in ("HOST: Welcome.", "CALLER: Hello.", "HOST: Go on.")]).quotations
    assert {one.speakers[0].kind for one in quotations} == {SpeakerKind.UNNAMED}
    assert [one.speakers[0].words for one in quotations] == ["HOST", "CALLER", "HOST"]


def test_a_single_label_makes_no_transcript():
    assert first_speakers("WARNING: The road is closed.", "UPDATE: It is open again.") == []


def test_marks_inside_a_turn_stay_inside():
    found = first_speakers(INTRODUCTION, "NOVAK: He said “no” to me.", "KELLER: I see.", "NOVAK: Thank you.")
    assert found[0] == ("He said “no” to me.", "Peter Novak")
    assert len(found) == 3


def test_turns_under_given_names_that_each_have_several():
    texts = ("Anna: I like it.", "Paul: I don't.", "Anna: Why not?", "It is fine.", "Paul: It is old.")
    assert quoted("Two friends talk.", *texts) == [
        (["I like it."], ["Anna"]),
        (["I don't."], ["Paul"]),
        (["Why not?", "It is fine."], ["Anna"]),
        (["It is old."], ["Paul"]),
    ]


def test_turns_under_names_in_brackets():
    found = first_speakers(INTRODUCTION, "((RL)) Who pays?", "((RL)) : And when?", "((RL)) Thank you.")
    assert found == [("Who pays?", "RL"), ("And when?", "RL"), ("Thank you.", "RL")]


def test_questions_and_answers_are_nobodys_by_name():
    found = first_speakers("Q: Who pays?", "A: The canton pays.", "Q: Why?", "A: It must.")
    assert found == [("Who pays?", None), ("The canton pays.", None), ("Why?", None), ("It must.", None)]


@pytest.mark.parametrize(
    "texts",
    [
        ("EXCLUSIVE: It rains.", "WATCH: The bridge.", "READ: The road."),
        ("Anna: I like it.", "It rains.", "Paul: I don't."),
        ("Lindau: The bridge is closed.", "Bregenz: The road is open.", "Konstanz: No trains run."),
    ],
)
def test_labels_are_no_turns(texts):
    assert first_speakers("It rained.", *texts) == []

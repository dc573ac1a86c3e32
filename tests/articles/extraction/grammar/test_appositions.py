"""The person beside a role is who speaks: names and roles set beside each other in all their shapes."""

import pytest

from tests.articles.extraction.quotations.quotations_found import first_speakers


@pytest.mark.parametrize(
    "text",
    [
        "Harborne's lawyer, Ida Holm, said: “It rained all day.”",
        "The mayor of Larnhaven, Ida Holm, sent a note, adding, “It rained all day.”",
        "The port's chief executive, Ida Holm, called the plan “a long day's work”.",
        "“It rained all day,” said Ohio Association of Millers and Mill Owners Ida Holm.",
        "“It rained all day,” student activist and Chair of Young Voters of Ohio Ida Holm wrote.",
        "“It rained all day,” asks historian and journalist Ida Holm.",
        "“It rained all day,” Senator Ida Holm of Larnhaven, the Progressive leader, said.",
        "“It rained all day,” Sen. Ida Holm, P-Larn, said.",
        "Ida Holm – the head of Larnhaven's River Guards – threatened to “shut every gate”.",
        "One of the club's founders, biologist Ida Holm, told a magazine: “It rained all day.”",
    ],
)
def test_the_person_beside_a_role_speaks(text):
    assert first_speakers(text)[0][1] == "Ida Holm"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In a talk with Ida Holm, the bank said: “It rained all day.”", "the bank"),
        ("“It rained all day,” said the lawyer, Ida Holm and a friend beside him.", "the lawyer"),
        ("The bank told Ida Holm: “It rained all day.”", "The bank"),
    ],
)
def test_a_person_who_only_stands_near_does_not(text, words):
    assert first_speakers(text)[0][1] == words

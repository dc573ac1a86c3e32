"""Marks that are hard to read: nested, single, of many alphabets, left open, in headlines and captions, in brackets."""

import pytest

from articles.extraction import extract
from articles.extraction.findings import Passage, QuotationKind
from articles.paragraph_kinds import PassageKind
from tests.articles.extraction.quotations.quotations_found import first_speakers, only, quoted

WHO = "Maria Keller, the mayor of Lindau, met farmers on Monday. "


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“He told me ‘never again’ and left,” Keller said.", "He told me ‘never again’ and left,"),
        ("‘He told me “never again” and left,’ Keller said.", "He told me “never again” and left,"),
        ("\"He told me 'never again' and left,\" Keller said.", "He told me 'never again' and left,"),
        ("'The mayor's farmers' market isn't \"dead\",' Keller said.", "The mayor's farmers' market isn't \"dead\","),
        ("‘It’s the farmers’ own fault’, Keller said.", "It’s the farmers’ own fault"),
        ("`` It is late, '' Keller said.", "It is late,"),
        ("''It is late,'' Keller said.", "It is late,"),
        ("« Il est tard », Keller said.", "Il est tard"),
        ("»Es ist spät«, Keller said.", "Es ist spät"),
        ("„Es ist spät”, Keller said.", "Es ist spät"),
        ("“It [the bridge] is … gone,” Keller said.", "It [the bridge] is … gone,"),
        ("“Is it late?!” Keller asked.", "Is it late?!"),
        ("“I was born in ’68,” Keller said.", "I was born in ’68,"),
        ("“It was 5'10\" of snow,” Keller said.", "It was 5'10\" of snow,"),
    ],
)
def test_the_words_between_hard_marks(text, words):
    assert first_speakers(WHO + text) == [(words, "Maria Keller")]


def test_a_quotation_split_by_its_attribution_is_two_of_one_speaker():
    found = first_speakers(WHO + "“We will wait,” she said. “We have time.”")
    assert found == [("We will wait,", "Maria Keller"), ("We have time.", "Maria Keller")]


def test_a_sentence_cut_in_two_by_its_attribution():
    found = first_speakers(WHO + "“We will wait,” Keller said, “until it rains.”")
    assert found == [("We will wait,", "Maria Keller"), ("until it rains.", "Maria Keller")]


def test_a_speech_over_three_paragraphs_is_one_quotation():
    found = quoted(WHO, "Keller said: “First the bridge.", "“Then the road.", "“Then the rest.”", "She left.")
    assert found == [(["First the bridge.", "Then the road.", "Then the rest."], ["Maria Keller"])]


@pytest.mark.parametrize(
    ("texts", "parts"),
    [
        (
            ("“We wait,” Keller said. “First the bridge.", "“Then the road.", "“Then the rest.” She left."),
            [["We wait,"], ["First the bridge.", "Then the road.", "Then the rest."]],
        ),
        (
            ("Keller spoke of it. “First the bridge.", "“Then the road.”", "She left."),
            [["First the bridge.", "Then the road."]],
        ),
        (('Keller said: "First the bridge. "Then the road." She left.',), [["First the bridge.", "Then the road."]]),
        (("“We wait,” Keller said. “We are early.", "The road is closed."), [["We wait,"], ["We are early."]]),
        (("The mayor went home. “She was early.", "The road is closed."), []),
    ],
)
def test_a_speech_goes_on_where_the_next_paragraph_opens_it_again(texts, parts):
    assert [words for words, _ in quoted(WHO, *texts)] == parts


def test_narration_behind_a_lost_mark_is_nobodys():
    found = first_speakers(
        WHO, '"The road is shut, said Maria Keller. The sun went down.', '"Not for long," said Peter Novak.'
    )
    assert found == [("The road is shut,", "Maria Keller"), ("Not for long,", "Peter Novak")]


def test_what_is_never_closed_is_not_sure():
    found = only(WHO + "Keller said: “We will wait for rain. The farmers went home.")
    assert found.confidence <= 0.6


def test_a_mark_never_closed_takes_its_paragraph_and_no_more():
    found = quoted(WHO + "Keller said: “We will wait for rain.", "The farmers went home.")
    assert found == [(["We will wait for rain."], ["Maria Keller"])]


def test_a_speaker_announced_in_the_paragraph_before():
    assert first_speakers(WHO + "Then Keller continued:", "“We will wait for rain.”") == [
        ("We will wait for rain.", "Maria Keller")
    ]


def test_a_second_speaker_in_the_next_paragraph():
    found = first_speakers(
        WHO + "“We will wait,” Keller said.",
        "Peter Novak, a miller, was angry. “Until when?” he asked.",
        "“Until it rains,” she replied.",
    )
    assert [speaker for _, speaker in found] == ["Maria Keller", "Peter Novak", "Maria Keller"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Keller on the bridge: “It will stand”", PassageKind.TITLE),
        ("‘It will stand’: Keller defends the bridge", PassageKind.TITLE),
        ("Maria Keller said the bridge “will stand”. Photograph: the archive", PassageKind.CAPTION),
    ],
)
def test_headlines_and_captions(text, kind):
    found = [one for one in extract([Passage(text, kind), Passage(WHO)]).quotations if one.kind != "indirect"]
    assert len(found) == 1
    assert "tand" in found[0].spans[0].of([Passage(text)])
    assert found[0].speakers[0].name == "Maria Keller"


@pytest.mark.parametrize(
    "text",
    [
        "The film “The Last Ferry” opens in May.",
        "A group called “Friends of the Lake” bought it.",
        "Karl “Charly” Huber won the race.",
        "The so-called “lake tax” was abolished.",
        "He appeared on “Good Evening Lindau” last week.",
    ],
)
def test_marks_that_nobody_says(text):
    assert [one.kind for one in extract([Passage(text)]).quotations] == [QuotationKind.TERM]

"""Words without marks that are set off as paragraphs: posts, letters, block quotations."""

import pytest

from articles.extraction import extract
from articles.extraction.findings import Passage
from tests.articles.extraction.quotations.quotations_found import first_speakers, quoted

WHO = "Maria Keller, the mayor of Lindau, met farmers on Monday."
LONG = "The bridge has been closed for two winters now, and nobody in this valley can tell us why it still is."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The bridge opens on Friday! — Maria Keller (@mkeller) March 4, 2019", "The bridge opens on Friday!"),
        (".@lindau opens the bridge – Mayor Maria Keller (@mkeller)", "@lindau opens the bridge"),
        (
            "....and it will stay open. https://t.co/x1Y2z — Maria Keller (@mkeller) May 1, 2018",
            "and it will stay open.",
        ),
        ('Who said "never"? Not me. — Maria Keller (@mkeller) March 4, 2019', 'Who said "never"? Not me.'),
    ],
)
def test_a_post_is_its_signers(text, words):
    assert first_speakers(WHO, text) == [(words, "Maria Keller")]


def test_a_post_signed_by_a_body():
    assert first_speakers("Snow fell.", "All trains run. — Lake Railways (@lakerail) March 4, 2019") == [
        ("All trains run.", "Lake Railways")
    ]


def test_a_post_signed_in_the_next_paragraph():
    found = first_speakers(WHO, "The bridge opens on Friday!", "— Maria Keller (@mkeller) March 4, 2019")
    assert found == [("The bridge opens on Friday!", "Maria Keller")]


def test_a_post_between_marks_is_found_once():
    found = first_speakers(WHO, "“The bridge opens on Friday!” — Maria Keller (@mkeller) March 4, 2019")
    assert [words for words, _ in found] == ["The bridge opens on Friday!"]


def test_a_letter_is_whole_and_its_signers():
    found = quoted(WHO, "Dear Mr. Novak:", "I have to go.", "The bridge “must stand”.", "Sincerely,", "Maria Keller")
    words = ["Dear Mr. Novak:", "I have to go.", "The bridge “must stand”.", "Sincerely,"]
    assert found == [(words, ["Maria Keller"])]


@pytest.mark.parametrize(
    "introduction",
    [
        "Maria Keller wrote:",
        "Keller said in a statement:",
        "She continued:",
        "Keller said the bridge over the river would cost far more than was thought:",
    ],
)
def test_a_block_quotation_is_whose_it_is_said_to_be(introduction):
    assert first_speakers(WHO, introduction, LONG, "She left.") == [(LONG, "Maria Keller")]


def test_a_piece_of_news_that_quotes_somebody_itself_is_no_block_quotation():
    news = f"The bridge “may fall on any of us on any day now,” Keller said. {LONG}"
    assert all(LONG not in words for words, _ in first_speakers(WHO, "Keller warned that it would fall:", news))


def test_an_excerpt_of_an_interview():
    assert first_speakers(WHO, "She was asked on the radio:", f"KELLER: {LONG}", "She left.") == [
        (LONG, "Maria Keller")
    ]


def test_highlights_of_an_interview_are_said_by_whom_it_is_with():
    found = quoted(
        f"{WHO} Keller came to the studio. Keller had time.",
        "Interview Highlights",
        "On the old bridge",
        "It has to go.",
        "It costs too much.",
        "On the new one",
        "It will stand for a hundred years.",
    )
    assert found == [
        (["It has to go.", "It costs too much."], ["Maria Keller"]),
        (["It will stand for a hundred years."], ["Maria Keller"]),
    ]


QUESTIONS = ("When did you start?", "And what did your father say?", "Do you still paint?")
ANSWERS = ("I was nine.", "My father laughed.", "I do, every day.")


def test_the_answers_of_an_interview_are_said_by_whom_it_is_with():
    turns = [text for pair in zip(QUESTIONS, ANSWERS, strict=True) for text in pair]
    found = first_speakers(f"{WHO} We spoke with Keller in her studio.", *turns, "The show runs until May.")
    assert found == [(answer, "Maria Keller") for answer in ANSWERS]
    found = first_speakers(f"{WHO} Keller has a studio.", *turns, "The show runs until May.")
    assert found == [(answer, None) for answer in ANSWERS]


@pytest.mark.parametrize(
    "texts",
    [
        ("Is it the bridge?", "It is old.", "Is it the road?", "It is older.", "Is it us?", "It may be."),
        ("Why do you ask?", "I must.", "Do you know?", "It rained."),
        ("Highlights", "It rained on the bridge."),
        ("The main points are:", LONG),
        ("Keller said the town will:", "* build a bridge", "* mend the road"),
        ("Keller replied, “It will stand”:", LONG),
        ("For schools, the rule would require:", LONG),
        ("Several groups said:", LONG),
        ("Asked what she would say, Keller replied, “It will stand”:", LONG),
        ("Keller said the following:", "1. The bridge stays closed until somebody pays for the repair of its arches."),
        ("Dear readers,", LONG),
        ("It rained – hard (@lindau said so) all day and the whole long night, and nobody slept."),
    ],
)
def test_other_paragraphs_are_nobodys(texts):
    spans = [one for passages in [[Passage(text) for text in texts]] for one in extract(passages).quotations]
    assert not any(span.passage for one in spans if one.kind in ("direct", "mixed") for span in one.spans)

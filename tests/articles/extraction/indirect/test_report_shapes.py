"""Who speaks and where the words end in shapes of reports that a real archive is full of."""

import pytest

from articles.extraction import extract
from articles.extraction.findings import Passage, QuotationKind

INTRODUCTION = "Maria Keller, the mayor of Lindau, met farmers on Monday. "


def reported(text: str) -> list[tuple[str, str]]:
    passages = [Passage(INTRODUCTION + text)]
    return [
        (quotation.spans[0].of(passages), quotation.speakers[0].name or quotation.speakers[0].words)
        for quotation in extract(passages).quotations
        if quotation.kind == QuotationKind.INDIRECT
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Sources close to the council said the bridge was unsafe.", "Sources"),
        ("Groups that had fought the toll said it was unfair.", "Groups"),
        ("Nearby, a keeper of the lighthouse said he had seen nothing.", "a keeper"),
        ("In the poll, 71 percent of people said they were tired.", "71 percent of people"),
        ("Of the young, about a third said they never voted.", "about a third"),
        ("A study of 50,000 drivers found that tolls were unfair.", "A study"),
        ("One senator, Peter Brandt, said he would sue over the toll.", "Peter Brandt"),
        ("Before dawn, the family said it would leave.", "the family"),
        ("Head of the Harbour Committee Peter Brandt said he would sue.", "Peter Brandt"),
    ],
)
def test_the_first_noun_of_the_phrase_before_a_verb_speaks(text, speaker):
    ((_, found),) = reported(text)
    assert found == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The bridge had sunk into the lake, academics say.", "The bridge had sunk into the lake", "academics"),
        (
            "The bridge was closed by divers, media reported over the weekend.",
            "The bridge was closed by divers",
            "media",
        ),
        ("The money came from other funds, the document states.", "The money came from other funds", "the document"),
        ("The bridge was closed, Maria Keller told Lake TV.", "The bridge was closed", "Maria Keller"),
        ("Recently, Maria Keller said, the tolls had doubled.", "the tolls had doubled", "Maria Keller"),
        ("As Maria Keller noted on Friday, the bridge is old.", "the bridge is old", "Maria Keller"),
        ("The bridge is very old, as Maria Keller put it.", "The bridge is very old", "Maria Keller"),
        ("Maria Keller made clear that tolls would stay.", "that tolls would stay", "Maria Keller"),
        ("Maria Keller announced they’d been unable to help.", "they’d been unable to help", "Maria Keller"),
        (
            "Maria Keller, who has openly defended tolls, said that they would stay.",
            "that they would stay",
            "Maria Keller",
        ),
    ],
)
def test_more_shapes_of_attribution_are_found(text, words, speaker):
    assert (words, speaker) in reported(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The Lake Council said talks went on. France has taken no side. It has insisted that it is neutral.",
            "France",
        ),
        ("The Lake Council met Peru’s envoy. It said that tolls would stay.", "Lake Council"),
    ],
)
def test_it_is_what_the_sentence_before_is_about(text, speaker):
    assert reported(text)[-1][1] == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Well, says Maria Keller, the trouble is the old bridge.", "the trouble is the old bridge", "Maria Keller"),
        (
            "Lake TV had reported, in June of last year, that tolls had doubled.",
            "that tolls had doubled",
            "Lake TV",
        ),
        (
            "Tolls had hardly risen — according to the Lake Office, they fell by a third.",
            "they fell by a third",
            "Lake Office",
        ),
        (
            "Maria Keller said in an interview with Lake Radio she was open to a ferry.",
            "she was open to a ferry",
            "Maria Keller",
        ),
        (
            "A court in Lindau said in a split decision the council lacked the power to raise tolls.",
            "the council lacked the power to raise tolls",
            "A court in Lindau",
        ),
        ("The bridge has sunk, local papers are reporting.", "The bridge has sunk", "local papers"),
        ("Tolls will stay, her aides told farmers and divers this week.", "Tolls will stay", "her aides"),
        (
            "But the town’s adviser, Professor Peter Brandt, warns tolls could drive drivers away.",
            "tolls could drive drivers away",
            "Peter Brandt",
        ),
        ("But while Maria Keller admitted she liked tolls, she left.", "she liked tolls", "Maria Keller"),
        ("Five farmers said they paid; 13 percent did not.", "they paid", "Five farmers"),
        ("Maria Keller said the bridge was shut, meaning nobody came.", "the bridge was shut", "Maria Keller"),
    ],
)
def test_words_begin_and_end_where_the_attribution_lets_them(text, words, speaker):
    assert (words, speaker) in reported(text)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The Tribune reports that Peter Brandt said that tolls would stay.", "that tolls would stay", "Peter Brandt"),
        ("A clerk said tolls would stay, Lake TV reported.", "tolls would stay", "A clerk"),
    ],
)
def test_a_report_that_is_passed_on_is_of_the_one_who_said_it(text, words, speaker):
    assert reported(text) == [(words, speaker)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Maria Keller said tolls would stay and that farmers were “angry and tired”.", "tolls would stay"),
        ("Maria Keller said farmers were “angry” and that tolls would stay.", "that tolls would stay"),
        ("Maria Keller said she knew Peter Brandt, whom she called “a loud man.”", "she knew Peter Brandt"),
    ],
)
def test_a_clause_beside_the_one_with_marks_is_a_finding_of_its_own(text, words):
    assert reported(text) == [(words, "Maria Keller")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Peter Brandt came too. But allies of Brandt said the bridge was old.", "allies of Brandt"),
        ("Even Town Hall members who don’t visit the mayor’s office said tolls would stay.", "Town Hall members"),
        ("Tolls had risen, with Peter Brandt saying that farmers would not pay.", "Peter Brandt"),
        ("Farmers grew angry, with 23 percent saying that they would sue.", "23 percent"),
    ],
)
def test_neither_who_speaks_for_somebody_nor_who_is_near_is_taken_for_whom(text, speaker):
    assert reported(text)[-1][1] == speaker


def test_who_speaks_in_a_heading_is_not_whom_it_is_about():
    passages = [
        Passage("Farmers Say Peter Brandt Should Leave Office"),
        Passage("Peter Brandt stayed. " + INTRODUCTION),
    ]
    (found,) = extract(passages).quotations
    assert found.speakers[0].words == "Farmers"

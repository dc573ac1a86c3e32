"""“We shall see,” I told her: in a piece that one person signed, the author says it; else it is nobody by name."""

import pytest

from articles.extraction import extract
from articles.extraction.authors import said_by_author
from articles.extraction.certainty import LEAST_SURE
from articles.extraction.findings import Passage, QuotationKind, SpeakerKind
from articles.paragraph_kinds import PassageKind

WHO = "Ida Holm runs the ferries of the bay."
ASKED = "“Will the ferries sail again?” I asked her on the quay."


def _quotations(*texts, authors=("Mara Lind",)):
    found = extract([Passage(text) for text in texts], authors=authors)
    return [one for one in found.quotations if one.kind in (QuotationKind.DIRECT, QuotationKind.MIXED)], found


def _names(*texts, authors=("Mara Lind",)):
    return [one.name for quotation in _quotations(*texts, authors=authors)[0] for one in quotation.speakers]


@pytest.mark.parametrize(
    "text",
    [
        ASKED,
        "I said, “The ferries will never sail again.”",
        "As I wrote last year, “the ferries are a promise that nobody can keep.”",
        "“The ferries are lost,” I told her. “Nobody will ever sail again.”",
    ],
)
def test_the_author_says_what_the_first_person_of_a_signed_piece_says(text):
    assert set(_names(WHO, text)) == {"Mara Lind"}


@pytest.mark.parametrize("authors", [(), ("Mara Lind", "Jo Holm"), ("Reuters",), ("mlind",), ("as told to Mara Lind",)])
def test_without_one_author_the_first_person_is_nobody_by_name(authors):
    assert _names(WHO, ASKED, authors=authors) == [None]


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        ((WHO, "“Will the ferries sail again?” we asked her on the quay."), None),
        ((WHO, "“I said, ‘The ferries are lost for good,’” Holm recalled."), "Ida Holm"),
        ((WHO, "“They sail again on Monday,” said Holm."), "Ida Holm"),
        ((WHO, "Her statement in full:", "The quay was empty that day.", ASKED), None),
        ((WHO, "As told to Jo Holm.", ASKED), None),
    ],
)
def test_whoever_else_speaks_is_not_the_author(texts, name):
    assert _names(*texts) == [name]


def test_a_full_stop_within_the_marks_ends_what_somebody_else_said():
    names = _names(WHO, "Holm shrugged. “They sail again on Monday.” I said nothing to that for a long while.")
    assert "Mara Lind" not in names


def test_a_colon_announces_nobody_where_the_article_itself_says_i():
    assert _names(WHO, "Four things I saw that day are worth telling:", ASKED) == ["Mara Lind"]


def test_a_byline_within_the_text_is_read_where_the_source_names_nobody():
    assert _names("The last ferry", "By Mara Lind", WHO, ASKED, authors=()) == ["Mara Lind"]


@pytest.mark.parametrize(
    ("line", "kind", "name"),
    [
        ("By Åsa Holm", PassageKind.BODY, "Åsa Holm"),
        ("BY MARA LIND", PassageKind.BODY, "Mara Lind"),
        ("By Popular Demand", PassageKind.BODY, None),
        ("By mara lind", PassageKind.BODY, None),
        ("By Mara Lind", PassageKind.TITLE, None),
        ("By Mara Lind", PassageKind.STANDFIRST, None),
        ("By Mara Lind", PassageKind.SUBHEAD, None),
    ],
)
def test_a_line_is_a_byline_where_it_is_no_heading_and_begins_with_a_given_name(line, kind, name):
    found = extract([Passage(line, kind), Passage(WHO), Passage(ASKED)])
    assert [speaker.name for one in found.quotations for speaker in one.speakers] == [name]


def test_of_many_the_words_of_others_are_told_from_the_authors_own():
    told = "“I said, ‘The ferries are lost for good,’” Holm recalled."
    assert _names(WHO, *(told, ASKED) * 3) == ["Ida Holm", "Mara Lind"] * 3


def test_the_chain_says_why_and_the_author_is_of_the_article_without_a_place_in_it():
    (quotation,), found = _quotations(WHO, ASKED)
    (speaker,) = quotation.speakers
    assert (speaker.kind, speaker.words) == (SpeakerKind.PERSON, "I")
    assert quotation.evidence[-1].sentence == "“I” is Mara Lind: it is the first person in a piece signed by Mara Lind."
    assert quotation.evidence[-1].span == speaker.span
    assert {one.name: bool(one.mentions) for one in found.people} == {"Ida Holm": True, "Mara Lind": False}


def test_an_author_whom_the_text_names_is_that_person():
    (quotation,), found = _quotations(WHO, "Mara Lind of this paper went to see her.", ASKED, authors=("MARA LIND",))
    assert quotation.speakers[0].name == "Mara Lind"
    assert [len(one.mentions) for one in found.people] == [1, 1]


def test_it_is_never_sure():
    (quotation,), _ = _quotations(WHO, ASKED)
    assert said_by_author(quotation)
    assert quotation.confidence < LEAST_SURE

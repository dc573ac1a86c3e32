"""Links that lost their mark-up and stick to a name are read as blanks, and stand in no quotation."""

import pytest

from articles.extraction import extract
from articles.extraction.findings import Passage
from articles.extraction.text.link_debris import debris_in, without_debris


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "Senator Mara Lind Mara Jane LindFerries sail again MORE (R-Utah) spoke.",
            "Senator Mara Lind (R-Utah) spoke.",
        ),
        ("President Lind Mara Jane LindGOP waits for tide MORE won.", "President Lind won."),
        ("Rep. Joe Bello Joseph (Joe) Paul BelloMORE.", "Rep. Joe Bello ."),
        ("Mara Lind Mara Jane Lind Ferries sail MORE spoke.", "Mara Lind spoke."),
        ("Mara Lind Mara LindA late ferry MORE and Joe Bello Joe BelloTides MORE met.", "Mara Lind and Joe Bello met."),
        ("Mayor Bo de Lima Bo de LimaHarbour opens MORE spoke.", "Mayor Bo de Lima spoke."),
    ],
)
def test_links_that_stick_to_a_name_are_blanks(text, read):
    assert " ".join(without_debris(text).split()) == read
    assert len(without_debris(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mara Lind wants MORE ferries.",
        "New York, New York, needs MORE than a harbour.",
        "Mara Lind Mara Jane LindFerries sail again",
        "McLind met MacArthur of the Lind family MORE often.",
        "MORE",
    ],
)
def test_what_only_looks_like_it_is_text(text):
    assert without_debris(text) == text


def test_people_are_named_without_the_links_and_quotations_leave_them_out():
    debris = "Jonas (Joe) Paul BelloHarbour opens Okafor rests MORE "
    text = f"Senator Mara Lind Mara Jane LindGOP waits MORE said “the ferry of Jonas Bello {debris}will sail at dawn.”"
    found = extract([Passage(text)])
    assert {person.name for person in found.people} == {"Mara Lind", "Jonas Bello"}
    [quotation] = found.quotations
    assert [text[span.start : span.end] for span in quotation.spans] == [
        "the ferry of Jonas Bello",
        "will sail at dawn.",
    ]
    assert quotation.speakers[0].name == "Mara Lind"


@pytest.mark.parametrize(
    "text", ["Aa " * 300_000, "Aa Aa MORE " * 50_000, "MORE" * 100_000, "Aa Bb Aa " * 100_000 + "MORE"]
)
def test_hostile_texts_are_answered_like_others(text):
    assert len(debris_in(text)) <= len(text)


def test_a_sentence_ends_where_the_blank_behind_it_was_lost():
    [found] = extract([Passage("The crew left the harbour.The opening came late, Mara Lind said.")]).quotations
    assert found.spans[0].start == len("The crew left the harbour.")

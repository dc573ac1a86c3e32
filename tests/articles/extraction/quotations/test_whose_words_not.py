"""Whom marked words beside their name are not of: kinds of text in which the nearest person did not say them."""

import pytest

from articles.extraction import extract
from articles.extraction.findings import Passage
from tests.articles.extraction.quotations.quotations_found import BY_RULES, only


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        # a verb without “s” is no single person's
        (
            "The papers show that Peter Novak held odd views for years — aiming to build a home — and say he is a "
            "“quiet man bent on doing much harm to others.”",
            "Peter Novak",
        ),
        # a president is not the leader of a chamber's party
        (
            "Ida Holm, a lawmaker, told why President Karl Huber had not tried. “It is not why we had no luck before,” "
            "the House Democratic leader said.",
            "Karl Huber",
        ),
    ],
)
def test_the_nearest_person_did_not_say_it(text, nobody):
    assert nobody not in [speaker.name for speaker in only(text, decisions=BY_RULES).speakers]


def test_words_before_a_headings_colon_are_not_gone_on_with():
    texts = "“It rained for days and days,” Peter Novak said.", "‘Stay put’: Thefts in town grow after the vote"
    found = extract([Passage(text) for text in texts], decisions=BY_RULES).quotations
    assert [one.speakers for one in found if one.spans[0].passage == 1] == [()]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Peter Novak will come and say the quay is “quiet and very safe for all of us”.", "Peter Novak"),
        ("President Karl Huber left. “It is not why we had no luck before,” the leader said.", "Karl Huber"),
    ],
)
def test_those_who_did_still_do(text, speaker):
    assert [one.name for one in only(text, decisions=BY_RULES).speakers] == [speaker]

"""Two people who fit: the other one is named with the quotation, and it is no surer than that allows."""

import pytest

from articles.extraction import extract
from articles.extraction.certainty import LEAST_SURE
from articles.extraction.decisions import Decisions
from articles.extraction.findings import FoundCandidate, Passage, QuotationKind

NAMESAKES = "Anna Smith and her brother John Smith run the ferries of the bay."
TWO_MEN = "Peter Novak, the mayor, spoke first. Jon Aster, the head of the port, spoke after him."
FIVE = "Mara Quill, Jon Aster, Ida Holm, Peter Novak and Anna Berg met on the quay on Monday."


THREE = [("Ida Holm", 0.5), ("Mara Quill", 0.5), ("Peter Novak", 0.4)]


class Weighing:
    """A decision that holds each name to be the speaker with the probability that is given for it."""

    def __init__(self, **shares):
        self.shares = shares

    def probability(self, features, claim, together=()):
        return self.shares.get((claim.name or "nobody").split()[-1], 0.01)


def _said(*texts, decisions=None):
    found = extract([Passage(text) for text in texts], decisions=decisions)
    (quotation,) = (one for one in found.quotations if one.kind == QuotationKind.DIRECT)
    return quotation, {person.name for person in found.people}


def test_of_two_who_share_a_name_the_other_is_named():
    quotation, _ = _said(NAMESAKES, "“The ferries are lost,” Smith said on Monday.")
    both = {quotation.speakers[0].name, *(one.name for one in quotation.candidates)}
    assert both == {"Anna Smith", "John Smith"}


@pytest.mark.parametrize("decisions", [None, Decisions()])
def test_of_two_whom_a_pronoun_fits_the_other_is_named_and_none_is_sure(decisions):
    quotation, _ = _said(TWO_MEN, "“The quay is shut for good,” he said.", decisions=decisions)
    assert [one.name for one in quotation.candidates] == ["Peter Novak"]
    assert quotation.confidence < LEAST_SURE


def test_whom_the_sentence_names_leaves_nobody_else_in_question():
    quotation, _ = _said(TWO_MEN, "“The quay is shut for good,” said Aster.")
    assert quotation.candidates == ()


@pytest.mark.parametrize(
    ("shares", "others"),
    [
        ({"Berg": 0.9, "Holm": 0.3, "Quill": 0.25, "Novak": 0.19}, [("Ida Holm", 0.3), ("Mara Quill", 0.25)]),
        ({"Berg": 0.9, "Holm": 0.5, "Quill": 0.5, "Novak": 0.4, "Aster": 0.3}, THREE),
        ({"Berg": 0.9, "Holm": 0.1}, []),
        ({"nobody": 0.6, "Holm": 0.4}, [("Ida Holm", 0.4)]),
    ],
)
def test_those_whom_annotated_articles_make_probable_are_named_three_at_most(shares, others):
    decisions = Decisions(speaker=Weighing(**shares))
    quotation, people = _said(FIVE, "“The quay is shut for good,” a tired skipper said.", decisions=decisions)
    assert [(one.name, one.confidence) for one in quotation.candidates] == others
    assert {one.name for one in quotation.candidates} <= people


def test_it_is_no_surer_than_that_the_others_did_not_say_it():
    decisions = Decisions(speaker=Weighing(Berg=0.9, Holm=0.45))
    quotation, _ = _said(FIVE, "“The quay is shut for good,” a tired skipper said.", decisions=decisions)
    assert quotation.candidates == (FoundCandidate("Ida Holm", 0.45),)
    assert quotation.confidence == 0.55

"""A learnt choice may prefer another person to the rules' speaker, and sees who is named around and who spoke."""

import pytest

from articles.extraction import extract
from articles.extraction.decisions import Decisions
from articles.extraction.findings import Passage, QuotationKind, SpeakerKind

ARTICLE = (
    "Mara Quill, the harbour master, met Jon Aster on Monday.",
    "“The quay is shut,” Quill said. “Nobody knows why.”",
    "A veteran skipper was angry. “It is a shame,” a veteran skipper said.",
)


class Chooser:
    """A decision that holds one name to be the speaker everywhere, and keeps what it is asked."""

    def __init__(self, name):
        self.name = name
        self.asked = []

    def probability(self, features, claim, together=()):
        self.asked.append((claim, frozenset(features)))
        return 0.9 if claim.name == self.name else 0.2


def _said(decision, *texts):
    found = extract([Passage(text) for text in texts or ARTICLE], decisions=Decisions(speaker=decision))
    return [one for one in found.quotations if one.kind == QuotationKind.DIRECT]


def test_the_more_probable_person_becomes_the_speaker_and_the_chain_says_so():
    skipper = _said(Chooser("Jon Aster"))[-1]
    (speaker,) = skipper.speakers
    assert (speaker.kind, speaker.name, speaker.words) == (SpeakerKind.PERSON, "Jon Aster", "a veteran skipper")
    assert "“a veteran skipper” is Jon Aster" in skipper.evidence[-1].sentence
    assert skipper.evidence[-1].span.of([Passage(text) for text in ARTICLE]) == "Jon Aster"


def test_the_speaker_of_the_rules_stays_where_nobody_is_much_more_probable():
    assert [one.speakers[0].name for one in _said(Chooser("Nobody"))[:2]] == ["Mara Quill", "Mara Quill"]


@pytest.mark.parametrize(
    ("quotation", "name", "features"),
    [
        (1, "Jon Aster", {"other", "goes on other", "named:1", "in title"}),
        (1, "Mara Quill", {"goes on chosen", "spoke:0"}),
        (2, None, {"as it is", "open as it is"}),
        (2, "Mara Quill", {"open other", "said:2", "spoke:0"}),
    ],
)
def test_the_choice_sees_who_is_near_who_is_named_and_who_spoke(quotation, name, features):
    chooser = Chooser("Mara Quill")
    spans = _said(chooser)[quotation].spans
    seen = [seen for claim, seen in chooser.asked if (claim.spans, claim.name) == (spans, name)]
    assert len(seen) == 1
    assert features <= seen[0]


def test_nothing_is_asked_where_the_sentence_names_one_person():
    chooser = Chooser("Jon Aster")
    assert _said(chooser)[0].speakers[0].name == "Mara Quill"


def test_nothing_is_asked_where_nobody_is_named():
    chooser = Chooser("Mara Quill")
    assert _said(chooser, "“It is a shame,” a skipper said.")
    assert chooser.asked == []


FULL = "“It is a wholly empty promise to every town on this coast,” {} said."
SHORT = "A skipper spoke of “a wholly empty promise” on Monday."


@pytest.mark.parametrize(
    ("texts", "speaker"),
    [
        ((SHORT, FULL.format("Mara Quill")), "Mara Quill"),
        ((SHORT, FULL.format("a farmer"), "Mara Quill left."), None),
        ((SHORT, FULL.format("Mara Quill"), FULL.format("Jon Aster")), None),
        ((SHORT, "“It is a promise to every town on this wholly empty coast,” Mara Quill said."), None),
        (("Jon Aster spoke of “a wholly empty promise” on Monday.", FULL.format("Mara Quill")), "Jon Aster"),
    ],
)
def test_words_that_one_person_says_in_full_elsewhere_are_theirs(texts, speaker):
    assert _short(*texts).speakers[0].name == speaker


def test_the_chain_of_words_said_in_full_leads_to_who_says_them():
    texts = (SHORT, FULL.format("Mara Quill"))
    link = _short(*texts).evidence[-1]
    assert link.span.of([Passage(text) for text in texts]) == "Mara Quill"
    assert "another quotation" in link.sentence


def test_a_pull_quote_is_said_by_whom_the_same_words_are_said_by_below():
    pulled = "The bridge over the river will cost far more than anybody in this town has thought."
    texts = ("Jon Aster met Mara Quill.", f"“{pulled}”", "Jon Aster left.", f"“No,” said Mara Quill. “{pulled}”")
    found = extract([Passage(text) for text in texts], decisions=Decisions(speaker=Chooser("Jon Aster"))).quotations
    assert found[0].speakers[0].name == "Mara Quill"


def _short(*texts):
    found = extract([Passage(text) for text in texts], decisions=Decisions(speaker=Chooser("Nobody"))).quotations
    (short,) = (one for one in found if one.kind == QuotationKind.MIXED)
    return short

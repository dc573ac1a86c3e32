"""How sure a finding is comes from a decision that sees how it was found and the form of its article."""

import pytest

from articles.extraction import extract
from articles.extraction.decisions import Decisions
from articles.extraction.findings import Passage, QuotationKind

ARTICLE = (
    "Mara Quill runs the harbour of Lund.",
    "“The quay is shut until May,” she said. “Nobody knows why.”",
    "Mara Quill said that ships had turned back.",
    "They call it the “Long Wait”.",
)


class Listener:
    """A decision that keeps what it is asked."""

    def __init__(self, answer):
        self.answer = answer
        self.asked = []

    def probability(self, features, claim, together=()):
        self.asked.append((claim, set(features)))
        return self.answer


@pytest.fixture
def listened():
    marked, indirect = Listener(0.777), Listener(0.333)
    decisions = Decisions(marked_finding=marked, indirect_finding=indirect)
    return extract([Passage(text) for text in ARTICLE], decisions=decisions), marked, indirect


def test_each_kind_has_its_own_decision_and_terms_have_none(listened):
    found, _, _ = listened
    plain = extract([Passage(text) for text in ARTICLE], decisions=Decisions())
    confidences = {one.kind: one.confidence for one in found.quotations}
    assert confidences[QuotationKind.DIRECT] == 0.78
    assert confidences[QuotationKind.INDIRECT] == 0.33
    assert [one.confidence for one in found.quotations if one.kind == QuotationKind.TERM] == [
        one.confidence for one in plain.quotations if one.kind == QuotationKind.TERM
    ]


def test_a_decision_sees_the_way_to_the_speaker(listened):
    _, marked, _ = listened
    claim, features = marked.asked[0]
    assert claim.name == "Mara Quill"
    assert {"way:pronoun", "cue:said", "kind:direct", "speaker:person"} <= features


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("I went to the harbour with my dog, and I asked Mara Quill.", "form:author 2"),
        ("Mara Quill went to the harbour.", "form:author 0"),
        ("You should see your harbour, and you will.", "form:reader 2"),
    ],
)
def test_a_decision_sees_the_form_of_the_article(text, feature):
    marked = Listener(0.5)
    filler = "The harbour was built of stone and wood in the year of the flood. " * 30
    extract([Passage(text), Passage(filler), *map(Passage, ARTICLE)], decisions=Decisions(marked_finding=marked))
    assert feature in marked.asked[0][1]

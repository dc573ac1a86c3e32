"""A learnt decision judges reported clauses: its answer is the confidence, and it may accept what the rules reject."""

import pytest

from articles.extraction import extract
from articles.extraction.decisions import Decisions
from articles.extraction.findings import Passage, QuotationKind

INTRODUCTION = "Maria Keller, the mayor of Lindau, met farmers on Monday. "


class Answer:
    """Answers every question alike and keeps what it was asked."""

    def __init__(self, probability):
        self.answer, self.asked = probability, []

    def probability(self, features, claim, together=()):
        self.asked.append((frozenset(features), claim))
        return self.answer


def found(text, decision):
    passages = [Passage(INTRODUCTION + text)]
    quotations = extract(passages, decisions=Decisions(report=decision)).quotations
    return [(one.spans[0].of(passages), one.confidence) for one in quotations if one.kind == QuotationKind.INDIRECT]


@pytest.mark.parametrize("probability", [0.1, 0.9])
def test_its_answer_is_the_confidence(probability):
    text = "She said that the bridge was safe."
    assert found(text, Answer(probability)) == [("that the bridge was safe", probability)]


@pytest.mark.parametrize(("probability", "number"), [(0.2, 0), (0.6, 1)])
def test_what_the_rules_reject_is_given_where_it_is_likely(probability, number):
    assert len(found("She said a new toll.", Answer(probability))) == number


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("She would say that the bridge was safe.", "modal:would"),
        ("She did not say that the bridge was safe.", "negated"),
        ("If she says that the bridge is safe, we go.", "condition"),
        ("She said that the bridge was safe.", "that_after:said"),
        ("She said on Monday that the bridge was safe.", "gap:2"),
        ("She said they were safe.", "opens:they"),
        ("She said that the bridge was safe.", "shape:clause/that"),
        ("She said that the bridge was safe.", "who:she"),
        ("The bridge, she said, was safe.", "ranges:2"),
    ],
)
def test_it_is_asked_with_what_the_rules_see(text, feature):
    answer = Answer(0.9)
    found(text, answer)
    features, claim = answer.asked[0]
    assert feature in features
    assert claim.spans

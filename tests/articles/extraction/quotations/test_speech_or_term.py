"""Marked words that somebody says, and marked words that are only a term, by kinds of text."""

import pytest

from articles.extraction import extract
from articles.extraction.decisions import Claim, Decisions
from articles.extraction.findings import Passage, QuotationKind

WHO = "Maria Keller, the mayor of Lindau, met farmers on Monday. "


def kinds(text: str, decisions: Decisions | None = None) -> list[QuotationKind]:
    found = extract([Passage(WHO), Passage(text)], decisions=decisions).quotations
    return [one.kind for one in found if one.kind != QuotationKind.INDIRECT]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “green lane” will be closed, officials said.",
        "Trumpeter Leo “Biscuit” Marlow noted the change of key.",
        "Women held up placards that read “Water is ours”.",
        "Above the door hung a banner reading: “We stay until spring comes.”",
        "They carried signs with slogans such as “Save the Pier” and “No More Dust”.",
        "She published a book called “A Winter on the Dyke” last year.",
        "The term “storm tax” has been used since 1990.",
        "He never used the word “refugee” in his talk.",
        "It was named the “Lake Clean Water Act 2019” by its sponsors.",
        "Many voters see the party as “modern” and “open”.",
        "Pianist Karl “Thunder” Huber noted that it rained.",
        "Keller said it lies in what is referred to as the “cherry belt of the north”.",
        "Keller earned the title of “queen of the ferries”, said Peter Novak.",
        "Keller told “The Morning Round” that it would rain.",
        "Asked about the weather, one might say “why not” and smile.",
        "Nobody would say “I was wrong” on such a day.",
        "If you said “trust me” in that tone, who would?",
        "Her motto is “Bridges First”.",
        "Keller, who wrote “The Iron Road”, went home.",
        "The porter, known as “Stretch”, carried both trunks.",
        "His column for the paper was headlined “Let the Ferry Sink”.",
        "Those “experts” are paid by the industry they are meant to watch.",
        "Dishes marked with “organic” labels cost twice as much.",
        "Keller argues in a book “The Quiet Harbour: What Twenty Winters Did to the Towns of the Lake” for a dam.",
        "An op-ed headlined “Why Do the Ferries of Lindau Still Run on Coal and Hope Alone?” angered Keller.",
        "She said that people who moved there learnt a craft called “wattling”.",
        "The winters that Keller remembers were nicknamed “the Long White”.",
        "That is like saying, “I cannot swim, but I am sure that this boat will float.”",
        "A better question to the mayor might have been, “Why was the bridge shut for so long?”",
    ],
)
def test_terms(text):
    assert set(kinds(text)) == {QuotationKind.TERM}


@pytest.mark.parametrize(
    "text",
    [
        "Keller said the bridge was “rotten”.",
        "Keller called the plan “a disgrace to the whole valley”.",
        "“No,” Keller said.",
        "Asked if she would resign, Keller said “not today”.",
        "Keller said the sign was “ugly and far too big”.",
        "Keller said the town felt “abandoned” and “insulted”.",
        "The plan is “dead in the water”, according to Keller.",
        "Keller promised to “fight for every tree” in the park.",
        "“We have waited long enough.” Keller nodded and left.",
        "Keller told the council that it had “lost its nerve”.",
        "Keller said the answer would be: “We will never sell the harbour to anybody.”",
        "Keller wrote in an op-ed, “We will never sell the Harbour to a Bank or a Railway.”",
    ],
)
def test_speech(text):
    assert QuotationKind.TERM not in kinds(text)


class Refusal:
    """A decision that takes nothing for speech, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []

    def probability(self, features, claim: Claim, together=()) -> float:
        self.asked.append(tuple(features))
        return 0.1


def test_the_decision_is_asked_and_followed():
    refusal = Refusal()
    assert kinds("Keller said: “We will wait.”", Decisions(speech=refusal)) == [QuotationKind.TERM]
    (features,) = refusal.asked
    assert {"size:3", "speaks", "rules:speech", "form:said", "before:cue say:"} <= set(features)


def test_without_a_decision_the_rules_decide():
    assert kinds("Keller called it “a disgrace”.", Decisions()) == [QuotationKind.MIXED]
    assert kinds("It is a “disgrace”.", Decisions()) == [QuotationKind.TERM]


def test_no_feature_holds_a_name():
    refusal = Refusal()
    kinds("In Lindau Maria Keller and Peter Novak of Radio Lindau said Keller “will wait”.", Decisions(speech=refusal))
    assert not any(name in feature.lower() for feature in refusal.asked[0] for name in ("keller", "novak", "lindau"))

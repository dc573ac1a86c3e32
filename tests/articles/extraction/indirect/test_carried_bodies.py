"""“It” of a country or body that goes on over sentences, and what it reports."""

import pytest

from articles.extraction import extract
from articles.extraction.findings import Passage, QuotationKind
from articles.findings.extracted import LEAST_INDIRECT
from articles.paragraph_kinds import PassageKind

WORDS = "that the border towns have fair concerns"


def stored(*texts: str) -> list[tuple[str, str | None]]:
    """Return the words and the speaker of each indirect quotation that is sure enough to be stored."""
    passages = [Passage(text) for text in texts]
    return [
        (one.spans[0].of(passages), one.speakers[0].name)
        for one in extract(passages).quotations
        if one.kind == QuotationKind.INDIRECT and one.confidence >= LEAST_INDIRECT
    ]


@pytest.mark.parametrize(
    ("texts", "speaker"),
    [
        ((f"Norway, which has a border with both, has not. It has also insisted {WORDS}.",), "Norway"),
        (("While its allies have left, Norway has not.", f"It insisted {WORDS}."), "Norway"),
        ((f"The Harbour Council has left Lindau. It has also insisted {WORDS}.",), "Harbour Council"),
        # over a sentence of “it” in between
        (("Norway has not left.", "Last year, it took part in talks.", f"It insisted {WORDS}."), "Norway"),
    ],
)
def test_it_goes_on_with_what_the_sentences_before_are_about(texts, speaker):
    assert stored(*texts) == [(WORDS, speaker)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norway is a neighbour. It has stressed the islands’ independence.", "the islands’ independence"),
        (
            "Norway is a neighbour. It has stressed the islands’ independence while carefully avoiding any blame.",
            "the islands’ independence",
        ),
        ("Maria Keller underlined the town’s duty at the fair.", "the town’s duty at the fair"),
    ],
)
def test_a_noun_alone_stands_for_what_was_said_of_it(text, words):
    assert [found for found, _ in stored(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Maria Keller reiterated her support for the bridge.",
        "The findings underlined the town’s duty.",
        "Maria Keller stresses small things.",
    ],
)
def test_a_noun_that_nobody_told_is_not_stored(text):
    assert stored(text) == []


def test_the_chain_tells_what_it_goes_on_with():
    passages = [Passage(f"Norway, which has a border with both, has not. It has also insisted {WORDS}.")]
    (found,) = extract(passages).quotations
    link = found.evidence[-1]
    assert (link.sentence, link.span and link.span.of(passages)) == (
        "“It” goes on with what the sentence before is about: Norway.",
        "Norway",
    )


@pytest.mark.parametrize(
    "text",
    [
        f"The Harbour Courier asked the Lindau Council about the letter. It said {WORDS}.",
        f"Norway said the talks were over. A new study came out on Monday. It said {WORDS}.",
    ],
)
def test_it_is_neither_who_asked_nor_who_spoke_further_before(text):
    assert dict(stored(text))[WORDS] is None


def test_it_is_who_spoke_in_the_sentence_before():
    assert (WORDS, "Norway") in stored(f"In a paper, Norway said the talks were over. It said {WORDS}.")


def test_a_caption_is_not_the_sentence_before():
    passages = [
        Passage("Norway has not left the talks."),
        Passage("The Harbour Council has left Lindau.", PassageKind.CAPTION),
        Passage(f"It insisted {WORDS}."),
    ]
    (found,) = extract(passages).quotations
    assert found.speakers[0].name == "Norway"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A UN official — who asked not to be named — said that the talks had failed.", "A UN official"),
        ("NATO allies — led by Norway — agreed to stay in Lindau, Peter Novak said on Monday.", "Peter Novak"),
        ("US GDP growth - the best in years - will slow, Peter Novak said on Monday.", "Peter Novak"),
    ],
)
def test_a_sentence_with_a_dash_is_no_dateline(text, speaker):
    passages = [Passage(text)]
    (found,) = extract(passages).quotations
    assert speaker in (found.speakers[0].name, found.speakers[0].words)
    assert found.spans[0].of(passages).split()[0] in ("that", "NATO", "US", "the")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Peter Novak will not stand again, saying that he is tired of the quays.", ["that he is tired of the quays"]),
        ("Peter Novak will leave the port, saying that he is tired of it.", ["that he is tired of it"]),
        ("Peter Novak will condemn the plan, saying that he is tired of it.", []),
    ],
)
def test_what_is_said_beside_a_deed_to_come_is_said(text, words):
    assert [found for found, _ in stored(text)] == words

"""What stands beside reported words and is not reported: datelines, who speaks, when, and what is yet to come."""

import pytest

from articles.extraction import extract
from articles.extraction.decisions import Decisions
from articles.extraction.findings import Passage, QuotationKind


def reported(text: str) -> list[str]:
    """Return the words of each indirect quotation that the rules alone find."""
    passages = [Passage(text)]
    found = extract(passages, decisions=Decisions()).quotations
    return [one.spans[0].of(passages) for one in found if one.kind == QuotationKind.INDIRECT]


@pytest.mark.parametrize(
    "dateline",
    [
        "(Harbour News) - ",
        "LINDAU, May 4 - ",
        "NEW LUND, Oct 20 — ",
        "LINDAU, Ohio, May 4 (Harbour News) - ",
        "LINDAU - ",
    ],
)
def test_a_dateline_is_nobodys_words(dateline):
    assert reported(dateline + "The bridge will be closed in May, the ministry said.") == [
        "The bridge will be closed in May"
    ]


@pytest.mark.parametrize("start", ["The bridge - the old one - ", "Maria Keller - a mayor - ", "USA-made trains "])
def test_a_dash_makes_no_dateline(start):
    assert reported(start + "will be closed in May, the ministry said.") == [start + "will be closed in May"]


@pytest.mark.parametrize(
    "text",
    [
        # who speaks, and when
        "“It is likely to be the same as before, given the change” from May, said Maria Keller, who was mayor.",
        "“I had thought that the tolls would stay,” Maria Keller told Lindau News last week, before tolls fell.",
        # what is yet to come
        "The council will warn in May, saying that it has brought the town closer to ruin.",
        "The council — which has a plan — will complain, saying that it has brought the town closer to ruin.",
    ],
)
def test_what_is_not_reported(text):
    assert reported(text) == []


def test_what_was_said_on_the_way_is_reported():
    assert reported("The council has met, saying that it was bad for the town.") == ["that it was bad for the town"]

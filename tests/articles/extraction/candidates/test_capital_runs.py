"""Runs of words that may hold names."""

import pytest

from articles.extraction.candidates.capital_runs import LONGEST_RUN, capital_runs
from articles.extraction.findings import Passage
from articles.extraction.text.analysis import analyse


def runs_in(text: str) -> list[str]:
    (paragraph,) = analyse([Passage(text)]).paragraphs
    return [
        paragraph.text[paragraph.starts[run.first] : paragraph.ends[run.last - 1]] for run in capital_runs(paragraph)
    ]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("the boat of Ludwig van der Meer sank", ["Ludwig van der Meer"]),
        ("then Anna’s friend Bo left", ["Anna", "Bo"]),
        ('old Karl "Kalle" Lund spoke', ['Karl "Kalle" Lund']),
        ("old Peter Holm, Jr., spoke", ["Peter Holm, Jr"]),
        ("Anna, Bo and Carl", ["Anna", "Bo", "Carl"]),
        ("under Jean d’Orlac and Ida d'Este", ["Jean d’Orlac", "Ida d'Este"]),
        ("met [Karl A.] Lund and Ida [Holm]", ["Karl A.] Lund", "Ida [Holm"]),
        ("nothing here", []),
    ],
)
def test_runs(text, runs):
    assert runs_in(text) == runs


def test_a_paragraph_in_capitals_is_cut():
    assert max(len(run.split()) for run in runs_in("HOLM " * 500)) == LONGEST_RUN

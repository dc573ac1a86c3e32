"""What stands beside a run of capitals: invented sentences, and the features of their runs."""

import pytest

from articles.extraction.candidates.capital_runs import capital_runs
from articles.extraction.findings import Passage
from articles.extraction.recognisers.context_features import context_features
from articles.extraction.text.analysis import analyse


def features(text: str, name: str) -> set[str]:
    (paragraph,) = analyse([Passage(text)]).paragraphs
    run = next(run for run in capital_runs(paragraph) if paragraph.starts[run.first] == text.index(name))
    return set(context_features(paragraph, run))


@pytest.mark.parametrize(
    ("text", "name", "shown"),
    [
        ("he and Ida Holm married again", "Ida Holm", {"does>"}),
        ("his wife Ida came", "Ida", {"kin", "does>"}),
        ("the son of Karl Lund", "Karl Lund", {"kin-of"}),
        ("the village of Orlac burns", "Orlac", {"thing<-of"}),
        ("the guitarist Lund", "Lund", {"human<"}),
        ("on the Orlac album", "Orlac", {"the<", "thing>"}),
        ("it was Orlac (born 1950)", "Orlac", {"life>"}),
        ("it was Orlac, 47, again", "Orlac", {"age>"}),
        ("it was Orlac, 9, again", "Orlac", {"age>"}),
        ("then Orlac is a former cricketer", "Orlac", {"human>"}),
        ("then Orlac is a small village", "Orlac", {"thing>is"}),
        ("then Orlac was born there", "Orlac", {"life>"}),
        ("Orlac", "Orlac", set()),
    ],
)
def test_the_words_beside_a_run(text, name, shown):
    assert features(text, name) == shown

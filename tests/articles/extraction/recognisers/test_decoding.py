"""From the marginals of labels to names: what stands beside a run decides where the model is in doubt."""

import pytest

from articles.extraction.candidates.capital_runs import capital_runs
from articles.extraction.findings import Passage
from articles.extraction.recognisers.decoding import decode
from articles.extraction.recognisers.inference import FeaturisedArticle
from articles.extraction.text.analysis import analyse

DOUBT = [{"O": 0.55, "B": 0.45, "I": 0.0, "L": 0.0, "U": 0.0}, {"O": 0.55, "B": 0.0, "I": 0.0, "L": 0.45, "U": 0.0}]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("then Mara Lind said so", 1),
        ("it rained, said Mara Lind then", 1),
        ("then Mara Lind slept there", 0),
        ("then This Lind said so", 0),
        ("then Bank Lind said so", 0),
    ],
)
def test_two_words_beside_a_verb_of_saying_are_believed_sooner(text, names):
    (paragraph,) = analyse([Passage(text)]).paragraphs
    runs = [run for run in capital_runs(paragraph) if run.last - run.first == 2]
    assert len(decode(FeaturisedArticle([paragraph], runs, []), [DOUBT])) == names

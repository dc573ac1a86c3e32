"""A logistic decision: weights add up, and files keep them."""

import pytest

from articles.extraction.decisions import Claim
from articles.extraction.decisions.logistic import LogisticDecision, read_decision, write_decision
from articles.extraction.decisions.shipped import shipped_decisions
from articles.extraction.findings import Span

CLAIM = Claim((Span(0, 0, 5),))


def test_weights_of_the_features_that_hold_add_up():
    decision = LogisticDecision(-1.0, {"cue": 3.0, "far": -2.0})
    assert decision.probability(["cue"], CLAIM) == pytest.approx(0.8808, abs=1e-4)
    assert decision.probability(["cue", "far", "never seen"], CLAIM) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("first", "others", "expected"),
    [
        ("a", ["b"], 0.8808),
        ("a", ["b&c", "b"], 0.5),
        ("a&b", ["c"], 0.1192),
        ("b", ["a", "c"], 0.2689),
        ("d", "e", 0.5),
    ],
)
def test_conjunctions_weigh_as_the_features_they_are(first, others, expected):
    decision = LogisticDecision(0.0, {"a&b": 2.0, "a&b&c": -2.0, "b & c": -1.0, "d": 3.0, "e": 3.0})
    assert decision.probability([], CLAIM, [(first, others)]) == pytest.approx(expected, abs=1e-4)


def test_a_file_keeps_weights_and_how_they_were_made(tmp_path):
    decision = LogisticDecision(-1.0, {"cue:“said”": 3.0})
    write_decision(decision, {"articles": 2}, tmp_path / "speech.json")
    assert read_decision(tmp_path / "speech.json") == decision
    assert '"articles": 2' in (tmp_path / "speech.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "damaged", ["", "[]", '{"bias": 1}', '{"bias": "x", "weights": {}}', '{"bias": 0, "weights": 3}']
)
def test_a_damaged_file_says_how_to_make_it_again(tmp_path, damaged):
    (tmp_path / "speech.json").write_text(damaged, encoding="utf-8")
    with pytest.raises(ValueError, match=r"speech\.json holds no weights.*train_quotations"):
        shipped_decisions(tmp_path)


def test_what_has_no_weights_is_left_to_the_rules(tmp_path):
    write_decision(LogisticDecision(0.0, {}), {}, tmp_path / "speaker.json")
    decisions = shipped_decisions(tmp_path)
    assert decisions.speaker
    assert decisions.speech is None

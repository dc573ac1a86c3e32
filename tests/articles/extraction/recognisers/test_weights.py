"""The shipped weights fit the code, and their note says what they are."""

import json

import pytest

from articles.extraction.recognisers.builtin import BuiltinRecogniser
from articles.extraction.recognisers.features import FEATURES
from articles.extraction.recognisers.weights import SHIPPED, Weights, WeightsError


def test_the_shipped_weights_are_of_the_features_of_the_code():
    assert Weights().note["features"] == FEATURES


def test_the_note_says_what_the_weights_were_learnt_from():
    note = Weights().note
    assert note["sets"]
    assert all("CC BY" in licence for licence in note["licences"])


def test_the_calibration_rises():
    curve = Weights().calibration
    assert curve
    assert curve == sorted(curve)
    assert [right for _, right in curve] == sorted(right for _, right in curve)


def test_the_weights_are_small():
    assert sum(file.stat().st_size for file in SHIPPED.iterdir()) < 3_000_000


def test_weights_of_other_features_are_refused(tmp_path):
    (tmp_path / "note.json").write_text(json.dumps({"features": FEATURES - 1}), encoding="utf-8")
    with pytest.raises(WeightsError, match="train_people"):
        BuiltinRecogniser(Weights(tmp_path))

"""Weights are read out of files that python-crfsuite writes, to the last digit."""

import math

import pycrfsuite
import pytest

from articles.extraction.recognisers.crf_weights import read_crf_weights

LABELS = ("O", "U")


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """A tiny model, learnt from a few words."""
    path = tmp_path_factory.mktemp("weights") / "tiny.crfsuite"
    trainer = pycrfsuite.Trainer("lbfgs", verbose=False)
    for word, label in (("Vesna", "U"), ("über", "O"), ("walked", "O")):
        trainer.append([["b", f"w={word}"], ["b"]], [label, "O"])
    trainer.train(str(path))
    return path


@pytest.mark.parametrize("features", [["b"], ["w=Vesna"], ["w=über", "b"], ["w=never seen"], []])
def test_the_weights_of_a_word_alone_are_those_of_the_library(file, features):
    tagger = pycrfsuite.Tagger()
    tagger.open(str(file))
    tagger.set([features])
    weights = read_crf_weights(file)
    rows = weights.weights[[weights.rows.get(feature, weights.unseen) for feature in features]].sum(axis=0)
    powers = dict(zip(weights.labels, map(math.exp, rows), strict=True))
    for label in LABELS:
        assert powers[label] / sum(powers.values()) == pytest.approx(tagger.marginal(label, 0), rel=1e-12)


def test_the_transitions_are_those_of_the_library(file):
    tagger = pycrfsuite.Tagger()
    tagger.open(str(file))
    tagger.set([[], []])
    weights = read_crf_weights(file)
    outside, name = weights.labels.index("O"), weights.labels.index("U")
    ratio = tagger.probability(["U", "O"]) / tagger.probability(["O", "O"])
    expected = weights.transitions[name, outside] - weights.transitions[outside, outside]
    assert math.log(ratio) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("content", [b"", b"lCRF", b"PK\x03\x04 something else altogether"])
def test_what_holds_no_weights_is_refused(tmp_path, content):
    path = tmp_path / "names.crfsuite"
    path.write_bytes(content)
    with pytest.raises(ValueError, match="holds no weights of CRFsuite"):
        read_crf_weights(path)

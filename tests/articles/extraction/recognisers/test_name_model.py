"""The model of names adds up groups of features by itself: its marginals are those of the library that learnt it."""

import pycrfsuite
import pytest

from articles.extraction.findings import Passage
from articles.extraction.recognisers import name_model
from articles.extraction.recognisers.character_model import CharacterModel
from articles.extraction.recognisers.feature_groups import KeptGroups
from articles.extraction.recognisers.features import FeatureExtractor
from articles.extraction.recognisers.inference import featurise
from articles.extraction.recognisers.weights import SHIPPED, Weights
from articles.extraction.text.analysis import analyse

TEXTS = (
    "On Monday Vesna Marlow walked to Fairwater with Dr. Odd van der Brekke Jr., of the Norhaven Board of Trade.",
    "MARLOW SAYS BREKKE WILL NOT RUN THE NORHAVEN MILL, AND THE BOARD AGREES WITH VESNA MARLOW OF FAIRWATER TOWN HALL",
    "Marlow, Calder and Lindt left. The wife of Pavo Lindt, a former miller, said: “Marlow is my cousin.”",
)


def _features(extractor):
    return featurise(analyse([Passage(text) for text in TEXTS]), extractor).features


def _of_library():
    groups = KeptGroups()
    tagger = pycrfsuite.Tagger()
    tagger.open(str(SHIPPED / "names.crfsuite"))
    for run in _features(FeatureExtractor(CharacterModel(SHIPPED / "characters.crfsuite"), groups)):
        tagger.set([groups.features_of(word) for word in run])
        yield [{label: tagger.marginal(label, at) for label in tagger.labels()} for at in range(len(run))]


def test_the_marginals_are_those_of_the_library():
    weights = Weights()
    features = _features(weights.features)
    assert {1, 2} < {len(run) for run in features}
    found = weights.name_model.marginals(features)
    assert any(found)
    for run, expected in zip(found, _of_library(), strict=True):
        negligible = all(word["O"] > 1 - name_model.NEGLIGIBLE for word in expected)
        assert negligible == (not run)
        for word, of_library in zip(run, expected, strict=False):
            assert word == {label: pytest.approx(of_library[label], rel=1e-9, abs=1e-12) for label in word}


def test_one_word_alone_is_a_whole_name_or_none():
    model = Weights().name_model
    (marginals,) = model.marginals([[[model.number(("w=vesna", "k:g", "k=g"))]]])
    assert set(marginals[0]) == {"O", "U"}


def test_nothing_is_asked_where_there_are_no_runs():
    assert Weights().name_model.marginals([]) == []


def test_forgotten_groups_are_weighed_anew(monkeypatch):
    weights = Weights()
    before = weights.name_model.marginals(_features(weights.features))
    assert any(before)
    monkeypatch.setattr(name_model, "_MOST_GROUPS", 5)
    for _ in range(2):
        assert weights.name_model.is_full
        weights.make_room()
        assert not weights.name_model.is_full
        assert weights.name_model.marginals(_features(weights.features)) == before

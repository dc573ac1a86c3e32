"""Which words of a run of capitals are a country's or place's phrase."""

import pytest

from articles.extraction.recognisers.gazetteer_features import gazetteer_features


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Sierra Leone", [("place=B2",), ("place=I2",)]),
        ("SIERRA LEONE", [("place=B2",), ("place=I2",)]),
        ("Karl Orlac", []),
        ("Peru Trade Fair", [("place=B1",), (), ()]),
        ("Papua New Guinea", [("place=B3",), ("place=I3",), ("place=I3",)]),
    ],
)
def test_the_words_of_a_phrase(text, places):
    assert gazetteer_features(text.split()) == places

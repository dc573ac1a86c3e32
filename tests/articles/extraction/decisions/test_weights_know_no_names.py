"""What is learnt knows no names: neither of the people nor of the places of the articles it was learnt from."""

import json
import re

import pytest

from articles.extraction.decisions.shipped import WEIGHTS
from articles.extraction.lexicons import COMMON_WORDS
from articles.extraction.people.leaders import leaders_names
from articles.extraction.text.nameless import nameless


@pytest.mark.parametrize(
    ("word", "kept"),
    [
        ("spokesman", "spokesman"),
        ("The", "the"),
        ("She", "she"),
        ("Quill", "Name"),
        ("O’Hara", "Name"),
        ("NATO", "Name"),
    ],
)
def test_a_word_with_a_capital_is_a_name_unless_it_is_a_common_one(word, kept):
    assert nameless(word) == kept


@pytest.mark.parametrize("file", sorted(WEIGHTS.glob("*.json")), ids=lambda file: file.stem)
def test_shipped_weights_know_no_leader_of_a_country(file):
    weights = json.loads(file.read_text(encoding="utf-8"))["weights"]
    known = {word for feature in weights for word in re.findall(r"\w+", feature.lower())}
    surnames = {name.lower().split()[-1] for name in leaders_names()} - COMMON_WORDS
    assert len(surnames) > 20
    assert known & surnames == set()

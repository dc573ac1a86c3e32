"""A model of character n-grams: do a word's letters look like those of a given name, a surname, a town, a common word?

A small classifier, trained on the lexicons and on the small words of the training texts, so that a name
which no lexicon has ("Lewandowicz") still looks like one.
"""

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from math import exp
from pathlib import Path

import pycrfsuite

from articles.names.normalise import unaccented

from ..lexicons import given_names
from .crf_weights import read_crf_weights
from .lexical_features import large_places, surnames, word_classes

_KNOWN = frozenset("gdsafe")
_LONGEST = 24  # letters looked at
_KEPT = 50_000  # words remembered
_PARAMETERS = {"c1": 0.15, "c2": 0.3, "max_iterations": 80, "feature.minfreq": 3}


class CharacterModel:
    """The trained classifier, asked word by word; answers are remembered."""

    def __init__(self, weights: Path) -> None:
        """Open the file of weights."""
        model = read_crf_weights(weights)
        rows = model.weights.tolist()
        self._labels = model.labels
        self._weights = {ngram: tuple(rows[row]) for ngram, row in model.rows.items()}
        self._no_weights = (0.0,) * len(model.labels)
        self.features = lru_cache(_KEPT)(self._features)

    def _features(self, text: str) -> tuple[str, ...]:
        """Return the features of a word by its letters; others where a lexicon knows it, as they tell less there."""
        probabilities = self._probabilities(text)
        where = "L" if _KNOWN & set(word_classes(text)) else "N"
        top = max("cegs", key=lambda label: probabilities[label])
        return (
            f"look{where}={top}",
            f"name{where}={_step(probabilities['g'] + probabilities['s'])}",
            f"word{where}={_step(probabilities['e'])}",
        )

    def _probabilities(self, text: str) -> dict[str, float]:
        """Return how likely a word is of each label: the softmax of the sums of its n-grams' weights."""
        known = filter(None, map(self._weights.get, character_ngrams(text)))
        scores = [sum(column) for column in zip(self._no_weights, *known, strict=True)]
        top = max(scores)
        powers = [exp(score - top) for score in scores]
        whole = sum(powers)
        return {label: power / whole for label, power in zip(self._labels, powers, strict=True)}


def _step(marginal: float) -> int:
    return bisect_right((0.1, 0.3, 0.6, 0.85), marginal)


def character_ngrams(text: str) -> list[str]:
    """Return the n-grams of two to four letters of a word, with marks for its ends."""
    word = f"^{unaccented(text[:_LONGEST]).lower()}$"
    return [word[at : at + size] for size in (2, 3, 4) for at in range(len(word) - size + 1)]


def train_character_model(lowercase_words: Iterable[str], weights: Path) -> None:
    """Train on the lexicons and on words that the training texts write in small letters, and write the weights."""
    trainer = pycrfsuite.Trainer("lbfgs", verbose=False)
    trainer.set_params(_PARAMETERS)
    pairs = {(word, "g") for word in given_names()}
    pairs |= {(name, "s") for kind in ("common", "world", "famous") for name in surnames()[kind]}
    pairs |= {(word, "e") for word in lowercase_words if len(word) > 2 and word.isascii()}
    pairs |= {(word, "c") for word in large_places() if len(word) > 3}
    for word, label in sorted(pairs):
        trainer.append([character_ngrams(word)], [label])
    trainer.train(str(weights))

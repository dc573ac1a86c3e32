"""How a word looks: whether its letters are those of a given name, a surname, a town or an English word.

A small model of letter groups, trained on the lexicons and on the small words of the training texts, so that a name
which no lexicon has ("Lewandowicz") still looks like one.
"""

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import pycrfsuite

from ..lexicons import given_names
from .lexical import bare_letters, kinds, large_places, surnames

_KNOWN = frozenset("gdsafe")
_LONGEST = 24  # letters looked at
_PARAMETERS = {"c1": 0.15, "c2": 0.3, "max_iterations": 80, "feature.minfreq": 3}


class Looks:
    """The trained model, asked word by word; answers are remembered."""

    def __init__(self, weights: Path) -> None:
        """Open the weights."""
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open(str(weights))
        self.signs = lru_cache(50_000)(self._signs)

    def _signs(self, text: str) -> tuple[str, ...]:
        """Return the features of a word by its letters; others where a lexicon knows it, as they tell less there."""
        self._tagger.set([groups(text)])
        share = {label: self._tagger.marginal(label, 0) for label in "cegs"}
        where = "L" if _KNOWN & set(kinds(text)) else "N"
        top = max(share, key=lambda label: share[label])
        return (
            f"look{where}={top}",
            f"name{where}={_step(share['g'] + share['s'])}",
            f"word{where}={_step(share['e'])}",
        )


def _step(share: float) -> int:
    return bisect_right((0.1, 0.3, 0.6, 0.85), share)


def groups(text: str) -> list[str]:
    """Return the groups of two to four letters of a word, with marks for its ends."""
    word = f"^{bare_letters(text[:_LONGEST]).lower()}$"
    return [word[at : at + size] for size in (2, 3, 4) for at in range(len(word) - size + 1)]


def train_looks(lowercase_words: Iterable[str], weights: Path) -> None:
    """Write the weights; the words are English ones, as the training texts write them in small letters."""
    trainer = pycrfsuite.Trainer("lbfgs", verbose=False)
    trainer.set_params(_PARAMETERS)
    pairs = {(word, "g") for word in given_names()}
    pairs |= {(name, "s") for kind in ("common", "world", "famous") for name in surnames()[kind]}
    pairs |= {(word, "e") for word in lowercase_words if len(word) > 2 and word.isascii()}
    pairs |= {(word, "c") for word in large_places() if len(word) > 3}
    for word, label in sorted(pairs):
        trainer.append([groups(word)], [label])
    trainer.train(str(weights))

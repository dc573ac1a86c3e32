"""Features from the gazetteer: which words of a run of capitals are a country's or place's phrase ("Sierra Leone")."""

from collections.abc import Sequence
from functools import lru_cache

from ..gazetteer.country_forms import country_phrases, phrase_at
from ..text.tokens import lexicon_spelling, title_case

_LONGEST = 4  # a longer phrase counts as one of so many words
_KEPT = 50_000  # words remembered


def gazetteer_features(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """Return for each word of a run where it stands in a phrase and how long that is ("place=B2"), () in none.

    Empty where the run has no phrase.
    """
    if not any(map(begins_phrase, texts)):
        return []
    words = [_spelt(text) for text in texts]
    found: list[tuple[str, ...]] = [()] * len(words)
    at = 0
    while at < len(words):
        phrase = phrase_at(words, at)
        size = len(phrase.rest) + 1 if phrase else 0
        for step in range(at, at + size):
            found[step] = (f"place={'B' if step == at else 'I'}{min(size, _LONGEST)}",)
        at += size or 1
    return found


@lru_cache(_KEPT)
def begins_phrase(text: str) -> bool:
    """Say whether a phrase of the gazetteer begins with a word."""
    return _spelt(text) in country_phrases()


def _spelt(text: str) -> str:
    return lexicon_spelling(title_case(text))

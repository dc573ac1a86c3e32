"""Small words, by whose share among the words of a text its language shows: those of English, and of all others."""

from collections.abc import Sequence
from functools import cache

from ..lexicons import COMMON_WORDS, ENGLISH, words_in
from .folders import languages, words_of_language

_ENGLISH = words_in("function_words.txt")


def english_among(words: Sequence[str]) -> int:
    """Return how many words, in small letters, are small words of English."""
    return sum(map(_ENGLISH.__contains__, words))


def others_among(words: Sequence[str]) -> int:
    """Return how many words, in small letters, are small words of other languages and no words of English."""
    others = _others()
    return 0 if others.isdisjoint(words) else sum(map(others.__contains__, words))


@cache
def _others() -> frozenset[str]:
    """Return the small words of the other languages that have a folder."""
    others = (words_of_language(code, "function_words.txt") for code in languages() if code != ENGLISH)
    return frozenset().union(*others) - _ENGLISH - COMMON_WORDS

"""Words as features of what is learnt: no names, or the weights would know the people of the articles learnt from."""

from ..lexicons import COMMON_WORDS, GRAMMAR

_PLAIN = COMMON_WORDS | GRAMMAR["pronoun"]


def nameless(word: str) -> str:
    """Return a word in small letters, but "Name" for one with a capital that is no common word."""
    lower = word.lower()
    return lower if word == lower or lower in _PLAIN else "Name"

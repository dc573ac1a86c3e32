"""How names are spelt: folding for comparison, surnames, given names and their short forms."""

import unicodedata
from functools import lru_cache

from ..lexicons import nicknames

SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Return a word without case, accents and hyphens, for comparing spellings."""
    bare = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in bare if letter.isalnum()).lower() or word


@lru_cache(maxsize=20_000)
def without_article(word: str) -> str:
    """Return a word folded and without the Arabic article: "al-Sadr" as "sadr"."""
    lower = word.lower()
    return fold(word[3:] if lower.startswith(("al-", "el-")) and len(word) > 4 else word)


def surname(words: tuple[str, ...]) -> str:
    """Return the surname of a name: its last word that is no suffix such as "Jr."."""
    for word in reversed(words):
        if word.lower().strip(".") not in SUFFIXES:
            return word
    return words[-1]


def same_given(one: str, other: str) -> bool:
    """Say whether two given names may be one person's: equal, a short form, or an initial."""
    if fold(one) == fold(other) or (min(len(one), len(other)) <= 2 and fold(one)[:1] == fold(other)[:1]):
        return True
    shorts = nicknames()
    return (
        other in shorts.get(one, ())
        or one in shorts.get(other, ())
        or bool(shorts.get(one, frozenset()) & shorts.get(other, frozenset()))
    )

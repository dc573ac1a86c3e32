"""How names are spelt: folding for comparison, surnames, given names and their short forms."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from ..lexicons import GENERATIONS, JUNIORS, PARTICLES, SURNAME_STARTS, nicknames
from ..text.tokens import Word

SUFFIXES = GENERATIONS
_TITLE = attrgetter("title")
_VOWELS = frozenset("AEIOUY")
_PARTICLES = PARTICLES | SURNAME_STARTS["alone"]  # as surnames alone begin
_INITIALS = 2  # letters of a word in capitals without a vowel that are initials: "JD VANCE"


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


def spelt(words: Sequence[Word]) -> tuple[str, ...]:
    """Return the words of a name as names are spelt; the short ones too where all is in capitals: "ANNA LEE"."""
    if len(words) > 1 and words[0].text.isupper() and all(word.text.isupper() for word in words):
        return tuple(word.text.title() if _is_word(word.text) else word.title for word in words)
    return tuple(map(_TITLE, words))


def _is_word(letters: str) -> bool:
    """Say whether letters in capitals are a word, no initials and no numeral: "LEE", but not "JD", "J.R." and "III"."""
    if "." in letters or letters.lower() in SUFFIXES - JUNIORS:
        return False
    return len(letters) > _INITIALS or not _VOWELS.isdisjoint(letters)


@lru_cache(maxsize=20_000)
def in_full(words: tuple[str, ...]) -> bool:
    """Say whether a name has more than a surname: "de Souza" and "Holm Jr." are surnames."""
    first = next((at for at, word in enumerate(words) if word not in _PARTICLES), len(words))
    return first + 1 < len(words) and any(word.lower() not in SUFFIXES for word in words[first + 1 :])


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

"""English stems: what the forms of a word have in common, by Snowball."""

import re
import threading

import snowballstemmer  # type: ignore[import-untyped]  # it comes without types

_NUMBERED = re.compile(r"[a-z]+\d+s")  # F-16s
_stemmer = snowballstemmer.stemmer("english")
_stemming = threading.Lock()  # a stemmer works in place, so one thread at a time


def stem_of(word: str) -> str:
    """Return the English stem of a word without case and accents; an initialism (u.s) has no forms but a genitive."""
    if "." in word:
        return word.removesuffix("'s")
    if _NUMBERED.fullmatch(word):
        return word[:-1]
    with _stemming:
        stem: str = _stemmer.stemWord(word)
    return stem

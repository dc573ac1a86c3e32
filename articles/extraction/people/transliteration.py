"""Transliteration: whether two words are one name, spelt by different hands out of another alphabet.

A word is coded (data/transliterations.tsv); two codes are alike where they differ at most in vowels that lie side by
side (a and e, e and i, o and u), or in q, which others write g or k. "Hassan" and "Hussein" are not alike, nor are
"Jamal" and "Jamil". Names that are known to be given names are alike only where data/name_families.tsv says so.
"""

import unicodedata
from functools import cache, lru_cache
from itertools import groupby

from ..lexicons import given_names, rows_of

_SIDE_BY_SIDE = frozenset({"ae", "ei", "ou", "gq", "kq"})
_SHORTEST = 4  # letters: "Un" and "On" are different syllables, not two spellings of one
_VOWELS = "aeiouAEU"


@lru_cache(maxsize=20_000)
def folded(word: str) -> str:
    """Return the letters of a word without case, accents, dots and apostrophes."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


@lru_cache(maxsize=20_000)
def transliteration_code(word: str) -> str:
    """Return the code by which spellings of a folded word are compared; doubled letters count once."""
    word += "$"
    for spelt, compared in _rules():
        word = word.replace(spelt, compared)
    return "".join(letter for letter, _ in groupby(word.rstrip("$")))


@lru_cache(maxsize=20_000)
def consonant_skeleton(word: str) -> str:
    """Return the consonants of a folded word's code, the same for all its spellings: a blocking key, not a verdict."""
    word = transliteration_code(_families().get(word, word))
    return "".join(letter for letter in word if letter not in _VOWELS).replace("q", "k").replace("g", "k") or word


def same_name(one: str, other: str) -> bool:
    """Say whether two folded words are spellings of one name."""
    if one == other or _families().get(one, one) == _families().get(other, other):
        return True
    if min(len(one), len(other)) < _SHORTEST or (is_given_name(one) and is_given_name(other)):
        return False
    codes = transliteration_code(one), transliteration_code(other)
    return len(codes[0]) == len(codes[1]) and all(map(_alike, *codes))


def is_given_name(word: str) -> bool:
    """Say whether a folded word is known as a given name."""
    return word in _given()


def _alike(one: str, other: str) -> bool:
    return one == other or "".join(sorted((one, other))) in _SIDE_BY_SIDE


@cache
def _rules() -> list[tuple[str, str]]:
    return [(spelt, compared) for spelt, compared in rows_of("transliterations.tsv")]


@cache
def _families() -> dict[str, str]:
    """Return for each folded spelling the folded name that stands for its family."""
    rows = ((first, others.split()) for first, others in rows_of("name_families.tsv"))
    return {folded(spelling): folded(first) for first, others in rows for spelling in (first, *others)}


@cache
def _given() -> frozenset[str]:
    return frozenset(map(folded, given_names()))

"""Whether two words are one name, spelt as different hands would out of another alphabet.

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
def bare(word: str) -> str:
    """Return the letters of a word without case, accents, dots and apostrophes."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


@lru_cache(maxsize=20_000)
def code(word: str) -> str:
    """Return a bare word as it is compared, doubled letters once."""
    word += "$"
    for spelt, compared in _rules():
        word = word.replace(spelt, compared)
    return "".join(letter for letter, _ in groupby(word.rstrip("$")))


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """Return the consonants of a bare word's code, alike for all its spellings: for looking up, not for judging."""
    word = code(_families().get(word, word))
    return "".join(letter for letter in word if letter not in _VOWELS).replace("q", "k").replace("g", "k") or word


def one_name(one: str, other: str) -> bool:
    """Say whether two bare words are spellings of one name."""
    if one == other or _families().get(one, one) == _families().get(other, other):
        return True
    if min(len(one), len(other)) < _SHORTEST or (is_given(one) and is_given(other)):
        return False
    codes = code(one), code(other)
    return len(codes[0]) == len(codes[1]) and all(map(_alike, *codes))


def is_given(word: str) -> bool:
    """Say whether a bare word is known as a given name."""
    return word in _given()


def _alike(one: str, other: str) -> bool:
    return one == other or "".join(sorted((one, other))) in _SIDE_BY_SIDE


@cache
def _rules() -> list[tuple[str, str]]:
    return [(spelt, compared) for spelt, compared in rows_of("transliterations.tsv")]


@cache
def _families() -> dict[str, str]:
    """Return for each bare spelling the bare name that stands for its family."""
    rows = ((first, others.split()) for first, others in rows_of("name_families.tsv"))
    return {bare(spelling): bare(first) for first, others in rows for spelling in (first, *others)}


@cache
def _given() -> frozenset[str]:
    return frozenset(map(bare, given_names()))

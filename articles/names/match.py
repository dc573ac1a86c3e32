"""How the words of a name that somebody gives fit a name that is known.

They fit where each of them is a word of the name, in any order: "bush george" fits "George Walker Bush". A word counts
however it is spelled (spellings.py): Mueller fits Müller, and Müller fits Mueller.
"""

from collections.abc import Collection, Iterable
from collections.abc import Set as AbstractSet

from .spellings import spellings

SURNAME = 4  # letters of a last word that is no Jr. and no syllable
NameWords = tuple[frozenset[str], ...]  # for each word of a name the ways to write it


def name_words(name: str) -> list[NameWords]:
    """Return the words of a name, each once and with its ways to write it; none of what is no name.

    As a rule that is one row of words; a name whose ways to write it differ in their number of words has several.
    """
    by_length: dict[int, list[list[str]]] = {}
    for form in spellings(name):
        words = form.split()
        by_length.setdefault(len(words), []).append(words)
    return [_rarest_first(map(frozenset, zip(*forms, strict=True))) for forms in by_length.values()]


def known_words(name: str) -> frozenset[str]:
    """Return all words of a name that is known, in every way to write them."""
    return frozenset(word for form in spellings(name) for word in form.split())


def words_fit(asked: Collection[NameWords], known: AbstractSet[str]) -> bool:
    """Say whether each word of a name is a known one, in one of its ways to write it; no words fit nothing."""
    return any(all(not known.isdisjoint(word) for word in words) for words in asked)


def words_begin(beginnings: Collection[AbstractSet[str]], known: AbstractSet[str]) -> bool:
    """Say whether for each of these beginnings, in one of its ways to write it, a known word begins so."""
    return all(any(word.startswith(tuple(ways)) for word in known) for ways in beginnings)


def _rarest_first(words: Iterable[frozenset[str]]) -> NameWords:
    """Put the words in an order in which the first leads to the fewest names: surnames, then what is longest."""
    *given, last = dict.fromkeys(words)
    long = sorted(given, key=_length, reverse=True)
    return (last, *long) if _length(last) >= SURNAME else tuple(sorted((*given, last), key=_length, reverse=True))


def _length(word: frozenset[str]) -> int:
    return max(map(len, word))

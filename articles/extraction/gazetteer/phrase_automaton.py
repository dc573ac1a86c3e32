"""All phrases of a lexicon found in a row of words at once: an Aho-Corasick automaton (pyahocorasick) over words.

In: phrases as rows of words, each with a value. Out: the half-open ranges of the row that are phrases, in time linear
in the row. A word matches as it is spelt in the lexicon, or without accents and the dots of an abbreviation, or where
it stands in capitals ("NIGERIA"), or where a headline gives a small word a capital ("Bay Of Pigs").

The automaton looks through the followers of a letter one by one, so words themselves cannot be its letters: a node with
30,000 followers would be slow. Each word of the lexicon is written as three letters instead, first, second and third
from alphabets of their own, so that a phrase can only be found where a word begins.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

import ahocorasick

from articles.names.normalise import unaccented

from ..text.tokens import lexicon_spelling

Value = TypeVar("Value")
_MOST_REMEMBERED = 50_000  # spellings whose letters are kept
_LETTERS = 3
_ALPHABET = 48  # letters in each of the three: enough for 110,592 words
_UNKNOWN = "\0" * _LETTERS


Match = tuple[int, int, Value]  # the half-open range of words that are a phrase, and the phrase's value


class PhraseAutomaton(Generic[Value]):
    """The phrases of one lexicon; where two are the same words, the first one counts."""

    def __init__(self, phrases: Iterable[tuple[tuple[str, ...], Value]]) -> None:
        self._letters: dict[str, str] = {}
        self._seen = _Seen(self._letters)
        self._automaton = ahocorasick.Automaton()
        for words, value in phrases:
            key = "".join(self._letters.setdefault(word, _spelt(len(self._letters))) for word in words)
            if key and key not in self._automaton:
                self._automaton.add_word(key, (len(words), value))
        self._automaton.make_automaton()

    def __contains__(self, word: str) -> bool:
        """Say whether a word is part of any phrase."""
        return self._seen[word] != _UNKNOWN

    def all_in(self, words: Iterable[str]) -> list[Match[Value]]:
        """Return every phrase in a row of words, in the order in which they end."""
        if not self._letters:
            return []  # the library builds no automaton of nothing
        found = []
        for end, (size, value) in self._automaton.iter("".join(map(self._seen.__getitem__, words))):
            last = (end + 1) // _LETTERS
            found.append((last - size, last, value))
        return found

    def longest_in(
        self, words: Iterable[str], allowed: Callable[[int, int, Value], bool] = lambda *_: True
    ) -> list[Match[Value]]:
        """Return the phrases that do not overlap, the first and among those the longest, of the ones allowed."""
        return longest(self.all_in(words), allowed)


def longest(found: Iterable[Match[Value]], allowed: Callable[[int, int, Value], bool]) -> list[Match[Value]]:
    """Return the matches that do not overlap, the first and among those the longest, of the ones allowed."""
    chosen: list[Match[Value]] = []
    for one in sorted(found, key=lambda one: (one[0], -one[1])):
        if (not chosen or one[0] >= chosen[-1][1]) and allowed(*one):
            chosen.append(one)
    return chosen


class _Seen(dict[str, str]):
    """The letters of the spellings seen so far, zeros for a word of no phrase; no more than so many are kept."""

    def __init__(self, letters: dict[str, str]) -> None:
        self._letters = letters

    def __missing__(self, word: str) -> str:
        letters = next((self._letters[form] for form in _forms(word) if form in self._letters), _UNKNOWN)
        if len(self) < _MOST_REMEMBERED:
            self[word] = letters
        return letters


def _spelt(number: int) -> str:
    """Return the three letters of a word's number."""
    if number >= _ALPHABET**_LETTERS:
        raise ValueError(f"a lexicon may have {_ALPHABET**_LETTERS} different words")
    first, rest = divmod(number, _ALPHABET * _ALPHABET)
    second, third = divmod(rest, _ALPHABET)
    return chr(1 + first) + chr(1 + _ALPHABET + second) + chr(1 + 2 * _ALPHABET + third)


def _forms(word: str) -> Iterator[str]:
    """Yield the spellings under which a lexicon may know a word, the nearest first."""
    yield word
    bare = lexicon_spelling(word)
    yield bare
    yield unaccented(bare)
    if len(bare) > 1 and bare.isupper():
        yield bare.title()
        yield unaccented(bare.title())
        yield bare.lower()
    elif bare[:1].isupper():
        yield bare.lower()

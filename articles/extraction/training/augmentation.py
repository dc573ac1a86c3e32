"""Data augmentation: articles once more with other people's names, so that the model learns what stands around a name.

In: a text and the places of its names. Out: the same article about people of other names: of the lexicons, or of halves
of surnames put together, which no lexicon has. One word is replaced by the same word all over an article.
"""

from random import Random

from ..lexicons import given_names
from ..recognisers.lexical_features import surnames

NameRanges = list[tuple[int, int]]  # half-open ranges of a text
_LONGEST_HEADLINE = 200  # letters
_EASTERN = 0.12  # the share of names that become East Asian ones
_FROM_LEXICON = 0.6  # the share of words that are replaced by one of a lexicon


def replace_names(text: str, names: NameRanges, seed: str) -> tuple[str, NameRanges]:
    """Return a text with other names and their places; the same seed gives the same names."""
    pool = _Pool(Random(seed), _surnames_in(text, names))  # noqa: S311 - not a secret, but the same every time
    parts, places, at, length = [], [], 0, 0
    for start, end in sorted(names):
        if start < at:
            continue
        name = pool.other(text[start:end])
        parts += [text[at:start], name]
        length += start - at
        places.append((length, length + len(name)))
        length += len(name)
        at = end
    return "".join([*parts, text[at:]]), places


def as_headlines(text: str, names: NameRanges) -> tuple[str, NameRanges]:
    """Return the lines of a text that have names, as headlines: every other one in capitals, the rest Each Word So."""
    parts, places, length, at = [], [], 0, 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        inside = [(start - at, end - at) for start, end in names if at <= start and end <= at + len(line)]
        at += len(line)
        changed = line.upper() if number % 2 else _each_word(line)
        if inside and len(line) < _LONGEST_HEADLINE and len(changed) == len(line):
            parts.append(changed)
            places += [(length + start, length + end) for start, end in inside]
            length += len(line)
    return "".join(parts), places


def _each_word(line: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in line.split(" "))


def _surnames_in(text: str, names: NameRanges) -> set[str]:
    words = [text[start:end].split() for start, end in names]
    return {one[-1] for one in words if len(one) > 1}


class _Pool:
    """Gives each word of a name another one."""

    def __init__(self, random: Random, last_names: set[str]) -> None:
        self._random = random
        self._last_names = last_names
        self._others: dict[str, str] = {}
        self._eastern: set[str] = set()  # surnames that have become East Asian ones

    def other(self, name: str) -> str:
        """Return another name; some are East Asian ones, the family name first."""
        words = name.split(" ")
        if len(words) == 2 and self._turned(words[1]):
            given = self._others.setdefault(words[0], self._given())
            return f"{self._others[words[1]]} {given}"
        return " ".join(self._word(word, at > 0 and at == len(words) - 1) for at, word in enumerate(words))

    def _turned(self, last: str) -> bool:
        """Say whether the name of that surname becomes an East Asian one, and invent its two words where it is new."""
        if last not in self._others and self._random.random() < _EASTERN:
            self._others[last] = self._random.choice(_FAMILIES)
            self._eastern.add(last)
        return last in self._eastern

    def _given(self) -> str:
        return (
            self._random.choice(_SYLLABLES).capitalize()
            + self._random.choice(("-", ""))
            + self._random.choice(_SYLLABLES)
        )

    def _word(self, word: str, ends: bool) -> str:
        if not word[:1].isupper() or len(word.strip(".")) < 3:
            return word  # initials and particles stay
        if word not in self._others:
            other = self._invented(_LAST if ends or word in self._last_names else _FIRST)
            self._others[word] = other.upper() if word.isupper() else other
        return self._others[word]

    def _invented(self, lexicon: list[str]) -> str:
        word = self._random.choice(lexicon)
        if self._random.random() < _FROM_LEXICON:
            return word
        tail = self._random.choice(_LAST)
        return word[: max(2, len(word) // 2)] + tail[len(tail) // 2 :].lower()


_FAMILIES = sorted(surnames()["east_asian"])
_SYLLABLES = [family.lower() for family in _FAMILIES]
_FIRST = sorted(given_names())
_LAST = sorted(surnames()["common"] | surnames()["world"])

"""The words of a text with their places: what every later step walks over, in one pass.

What nobody sees (a soft hyphen, a zero-width blank) divides no word and is none of its letters; blanks of any width and
number between two words are one blank. Places are those of the text as it is.
"""

import re
from functools import lru_cache
from typing import NamedTuple

_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_LETTERS = r"[\w\u0300-\u036f]"
_INNER = rf"{_LETTERS}*(?:[{_UNSEEN}]+{_LETTERS}+)*"
_WORD = re.compile(
    rf"(?:[A-Z]\.){{2,6}}(?:[A-Z](?!\w))?"  # U.S., Ph.D. is left to its parts
    rf"|[^\W_]{_INNER}(?:(?:[-‑]|['’](?![sS](?!\w)))[^\W_]{_INNER}){{0,5}}"  # Jean-Claude, O'Brien, but not the 's
)
_BLANKS = re.compile(r"[^\S\n]+")
_SEEN = {ord(letter): None for letter in _UNSEEN}
_USUAL = frozenset((" ", ", ", ". ", "-", "", "'s ", "’s "))  # gaps without anything unseen
_ENDS = '.,;:!?)"”'  # what may end a piece without being part of a word
_OWNING = ("'s", "’s", "'S", "’S")
_LETTERS_WITH_DOTS = re.compile(r"(?:[A-Z]\.){2,6}")
_KEPT = 30_000  # pieces of text whose words are remembered
_LONGEST_KEPT = 40  # letters of such a piece


class Token(NamedTuple):
    """One word: its letters and its half-open range of code points."""

    text: str  # without letters that nobody sees
    start: int
    end: int
    gap: str  # what stands between it and the word before
    possessive: bool  # whether "'s" follows
    capital: bool  # whether it begins with a capital letter, perhaps after an article: "al-Sayed", "d'Arcy"
    lower: str  # in small letters, with straight apostrophes
    title: str  # as names are spelt: "Novak" of "NOVAK"


# What a piece of text without a blank (U+0020) holds, wherever it stands: its words, as tokens but plain tuples, which
# the garbage collector need not look through, and what follows the last of them.
_Piece = tuple[tuple[tuple[str, int, int, str, bool, bool, str, str], ...], str]


def tokenise(text: str) -> list[Token]:
    """Return the words of a text in order; a possessive "'s" is no part of its word but of the gap after it."""
    words: list[Token] = []
    make = tuple.__new__
    at, before = 0, ""  # where a piece begins, and what stands between it and the word before
    for part in text.split(" "):
        found, rest = _known_piece(part) if len(part) <= _LONGEST_KEPT else _piece(part)
        for word, start, end, gap, possessive, capital, lower, title in found:
            gap = before + gap
            seen = gap if gap in _USUAL else _BLANKS.sub(" ", without_invisible(gap))
            words.append(make(Token, (word, at + start, at + end, seen, possessive, capital, lower, title)))
            before = ""
        before = f"{before}{rest} " if before or rest else " "
        at += len(part) + 1
    return words


def _piece(text: str) -> _Piece:
    """Return the words of a piece with their places in it; no word reaches over a blank, nor looks over one."""
    plain = text.rstrip(_ENDS)
    if plain.isalpha() and plain.isascii():  # as most are
        lower = plain.lower()
        capital = plain[0] != lower[0]
        return ((plain, 0, len(plain), "", False, capital, lower, title_case(plain)),), text[len(plain) :]
    words: list[tuple[str, int, int, str, bool, bool, str, str]] = []
    before, owns = 0, False
    for match in _WORD.finditer(text):
        start, end = match.span()
        if owns and start == before + 1:
            owns = False
            continue  # the "s" of the possessive itself
        owns = text[end : end + 2] in _OWNING and not text[end + 2 : end + 3].isalnum()
        word = without_invisible(match.group())
        capital = word[0].isupper() or (len(word) > 2 and word[:1].islower() and _has_capital(word))
        lower = word.lower().replace("’", "'")
        words.append((word, start, end, text[before:start], owns, capital, lower, title_case(word)))
        before = end
    return tuple(words), text[before:]


_known_piece = lru_cache(_KEPT)(_piece)


def _has_capital(word: str) -> bool:
    """Say whether a capital follows an article at the beginning of a word: "al-Sayed", "d'Arcy"."""
    return (word[1] in "'’" and word[2].isupper()) or (word[2] == "-" and word[3:4].isupper())


def without_invisible(word: str) -> str:
    """Return letters without those that nobody sees: soft hyphens, zero-width blanks."""
    return word.translate(_SEEN)


def lexicon_spelling(word: str) -> str:
    """Return a word as the lexicons spell it: straight apostrophes, no dots in abbreviations."""
    word = word.replace("’", "'").replace("‑", "-")
    return word.replace(".", "") if "." in word and _LETTERS_WITH_DOTS.match(word) else word


def joined_by_space(word: Token) -> bool:
    """Say whether only blanks, or an abbreviation's dot and blanks, divide the word from the one before."""
    gap = word.gap
    return gap == " " or (gap.isspace() and "\n" not in gap) or gap in (". ", ".")


def title_case(word: str) -> str:
    """Return a word as names are spelt: "NOVAK" as "Novak"."""
    return word.title() if len(word) > 3 and word.isupper() else word

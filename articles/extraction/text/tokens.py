"""The words of a text with their places: what every later step walks over, in one pass.

What nobody sees (a soft hyphen, a zero-width blank) divides no word and is none of its letters; blanks of any width and
number between two words are one blank. Places are those of the text as it is.
"""

import re
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
_USUAL = frozenset((" ", ", ", ". ", "-", "", "'s ", "’s "))
_OWNING = ("'s", "’s", "'S", "’S")
_LETTERS_WITH_DOTS = re.compile(r"(?:[A-Z]\.){2,6}")


class Token(NamedTuple):
    """One word: its letters and its half-open range of code points."""

    text: str  # without letters that nobody sees
    start: int
    end: int
    gap: str  # what stands between it and the word before
    possessive: bool  # whether "'s" follows
    capital: bool  # whether it begins with a capital letter, perhaps after an article: "al-Sayed", "d'Arcy"


def tokenise(text: str) -> list[Token]:
    """Return the words of a text in order; a possessive "'s" is no part of its word but of the gap after it."""
    words: list[Token] = []
    before = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        possessive = text[end : end + 2] in _OWNING and not text[end + 2 : end + 3].isalnum()
        if words and words[-1].possessive and start == before + 1:
            continue  # the "s" of the possessive itself
        word, gap = match.group(), text[before:start]
        word = word if word.isascii() else without_invisible(word)
        capital = word[0].isupper() or (len(word) > 2 and word[:1].islower() and _has_capital(word))
        words.append(Token(word, start, end, gap if gap in _USUAL else _gap(gap), possessive, capital))
        before = end
    return words


def _has_capital(word: str) -> bool:
    """Say whether a capital follows an article at the beginning of a word: "al-Sayed", "d'Arcy"."""
    return (word[1] in "'’" and word[2].isupper()) or (word[2] == "-" and word[3:4].isupper())


def without_invisible(word: str) -> str:
    """Return letters without those that nobody sees: soft hyphens, zero-width blanks."""
    return word.translate(_SEEN)


def _gap(between: str) -> str:
    return _BLANKS.sub(" ", between.translate(_SEEN))


def lexicon_spelling(word: str) -> str:
    """Return a word as the lexicons spell it: straight apostrophes, no dots in abbreviations."""
    word = word.replace("’", "'").replace("‑", "-")
    return word.replace(".", "") if _LETTERS_WITH_DOTS.match(word) else word


def joined_by_space(word: Token) -> bool:
    """Say whether only blanks, or an abbreviation's dot and blanks, divide the word from the one before."""
    gap = word.gap
    return gap == " " or (gap.isspace() and "\n" not in gap) or gap in (". ", ".")


def title_cased(word: Token) -> str:
    """Return a word as names are spelt: "NOVAK" as "Novak"."""
    text = word.text
    return text.title() if len(text) > 3 and text.isupper() else text

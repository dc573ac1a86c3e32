"""The words of a text with their places: what every later step walks over, in one pass.

What nobody sees (a soft hyphen, a zero-width blank) divides no word and is none of its letters; blanks of any width and
number between two words are one blank, and so is a blank that was lost (glued_words). Places are those of the
text as it is.
"""

import re
from typing import NamedTuple

from ..records import record
from ..word_classes import OWNER_ENDS
from .glued_words import second_word

_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_LETTERS = r"[\w\u0300-\u036f]"
_INNER = rf"{_LETTERS}*(?:[{_UNSEEN}]+{_LETTERS}+)*"
_WORD = re.compile(
    rf"(?:[A-Z]\.){{2,6}}(?:[A-Z](?!\w))?"  # U.S., Ph.D. is left to its parts
    rf"|[^\W_]{_INNER}(?:(?:[-‑]|['’](?![sS](?!\w)))[^\W_]{_INNER}){{0,5}}"  # Jean-Claude, O'Brien, but not the 's
)
_BLANKS = re.compile(r"[^\S\n]+")
_SEEN = {ord(letter): None for letter in _UNSEEN}
_USUAL = frozenset((" ", ", ", ". ", "-", "", *(f"{end} " for end in OWNER_ENDS)))  # gaps without anything unseen
_ENDS = '.,;:!?)"”'  # what may end a piece without being part of a word
_HANDLES = ("@", "#")  # before them a name of several words is one
_OWNING = frozenset((*OWNER_ENDS, *map(str.upper, OWNER_ENDS)))
_LETTERS_WITH_DOTS = re.compile(r"(?:[A-Z]\.){2,6}")
_MOST_KEPT = 40_000  # pieces of text whose words are remembered
_LONGEST_KEPT = 40  # letters of such a piece


@record(eq=False)
class Word:
    """What a word is wherever it stands; the same object may stand for it in many places of many texts."""

    text: str  # without letters that nobody sees
    possessive: bool  # whether "'s" follows
    capital: bool  # whether it begins with a capital letter, perhaps after an article: "al-Sayed", "d'Arcy"
    lower: str  # in small letters, with straight apostrophes
    title: str  # as names are spelt: "Novak" of "NOVAK"
    small: bool  # whether it has small letters and no capitals
    parts: tuple[str, ...]  # what stands between its hyphens


class Tokens(NamedTuple):
    """The words of a text in order; the four lists are of one length."""

    words: list[Word]
    starts: list[int]  # the code point where each begins
    ends: list[int]  # the code point behind each
    gaps: list[str]  # what stands between each and the word before


class _PlacedWord(NamedTuple):
    """A word of a piece: its half-open range in it, and what stands before it, there or since the word before."""

    word: Word
    start: int
    end: int
    lead: str


# What a piece of text without a blank (U+0020) holds, wherever it stands: the word that it begins with and its end, if
# there is no other as in most pieces; else all its words; what readers see behind the last of them, with a blank; and
# its size with that blank.
_Piece = tuple[Word | None, int, tuple[_PlacedWord, ...], str, int]


def tokenise(text: str) -> Tokens:
    """Return the words of a text in order; a possessive "'s" is no part of its word but of the gap after it."""
    tokens = words, starts, ends, gaps = Tokens([], [], [], [])
    at, before = 0, ""  # where a piece begins, and what stands between it and the word before
    for piece in text.split(" "):
        only, end, found, rest, size = _PIECES[piece]
        if only is not None:
            words.append(only)
            starts.append(at)
            ends.append(at + end)
            gaps.append(before if before in _USUAL else _seen(before))
            before = rest
        elif found:
            _add(tokens, found, at, before)
            before = rest
        else:
            before += rest  # looked at once a word follows: a gap may be as long as the text
        at += size
    return tokens


def _add(tokens: Tokens, found: tuple[_PlacedWord, ...], at: int, before: str) -> None:
    """Add the words of a piece that begins at a code point, with `before` before its first."""
    for word, start, end, lead in found:
        tokens.words.append(word)
        tokens.starts.append(at + start)
        tokens.ends.append(at + end)
        tokens.gaps.append(_seen(before + lead))
        before = ""


def _seen(gap: str) -> str:
    """Return a gap as readers see it: blanks of any width and number are one."""
    return gap if gap in _USUAL else _BLANKS.sub(" ", without_invisible(gap))


def _piece(text: str) -> _Piece:
    """Return the words of a piece with their places in it; no word reaches over a blank, nor looks over one."""
    plain = text.rstrip(_ENDS)
    if plain.isalpha() and plain.isascii() and not second_word(plain):  # as most are
        return _word(plain, False), len(plain), (), _seen(text[len(plain) :] + " "), len(text) + 1
    words: list[_PlacedWord] = []
    before, owns = 0, False
    for match in _WORD.finditer(text):
        start, end = match.span()
        if owns and start == before + 1:
            owns = False
            continue  # the "s" of the possessive itself
        owns = text[end : end + 2] in _OWNING and not text[end + 2 : end + 3].isalnum()
        lead = text[before:start]
        if (second := second_word(match.group())) and not lead.endswith(_HANDLES):
            words.append(_PlacedWord(_word(text[start : start + second], False), start, start + second, lead))
            start, lead = start + second, " "
        words.append(_PlacedWord(_word(without_invisible(text[start:end]), owns), start, end, lead))
        before = end
    rest = _seen(text[before:] + " ")
    if len(words) == 1 and words[0].start == 0:
        return words[0].word, words[0].end, (), rest, len(text) + 1
    return None, 0, tuple(words), rest, len(text) + 1


class _Pieces(dict[str, _Piece]):
    """The pieces seen, all forgotten once there are too many."""

    def __missing__(self, text: str) -> _Piece:
        piece = _piece(text)
        if len(text) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[text] = piece
        return piece


_PIECES = _Pieces()


def _word(text: str, possessive: bool) -> Word:
    """Return a word of these letters, followed by "'s" or not."""
    capital = text[0].isupper() or (len(text) > 2 and text[:1].islower() and _has_capital(text))
    lower = text.lower().replace("’", "'")
    parts = tuple(filter(None, text.replace("‑", "-").split("-"))) if "-" in text or "‑" in text else (text,)
    return Word(text, possessive, capital, lower, title_case(text), not capital and text.islower(), parts)


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


def joined_by_space(gap: str) -> bool:
    """Say whether only blanks, or an abbreviation's dot and blanks, stand in the gap before a word."""
    return gap == " " or (gap.isspace() and "\n" not in gap) or gap in (". ", ".")


def title_case(word: str) -> str:
    """Return a word as names are spelt: "NOVAK" as "Novak"."""
    return word.title() if len(word) > 3 and word.isupper() else word

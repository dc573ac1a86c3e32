"""The analysis chain: text → tokens, one chain for the index, for queries and for highlights.

A token is a word (letters and digits, with apostrophes inside: O'Brien), a number with its points and commas (3.5),
an abbreviation (U.S.), or a run of one of the signs that carry meaning (% & # @ + and signs of currency). Everything
else separates. So COVID-19 is the tokens "covid" and "19", AT&T is "at", "&", "t": what somebody types without a
space is searched as tokens in a row, which finds it as typed.

Each token comes in two forms: `word`, without case and accents, in the letters that names are compared by (Łukasz =
Lukasz, Müller = Muller = Mueller, O'Brien = OBrien), which phrases and prefixes match; and `stem`, the English stem of
the word, which bare words match. No word is too common to be a token.
"""

import re
import threading
from collections.abc import Callable
from itertools import chain
from typing import NamedTuple, TypeVar

import snowballstemmer  # type: ignore[import-untyped]  # it comes without types

from articles.names.letters import plain_letters
from articles.names.umlauts import without_umlauts

VERSION = "3"  # raise it whenever a text would give other tokens: every index is then rebuilt

MARKS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"  # accents apart from their letter, and what is invisible in a word
APOSTROPHES = "'’‘ʼ＇′´`"
SIGNS = "%&#@+$€£¥§°"

# The first line is most words, matched at once; the second keeps what separates tokens from being tried any further.
# What could begin anew at each of its parts has at most so many of them, and nothing that was taken is given back (++),
# so that the cost is linear in any text.
TOKEN = re.compile(
    rf"""
      [a-zA-Z]{{2,}}+ (?=[\ .,])
    | (?=[\w{SIGNS}]) (?:
      (?<!\w) [^\W\d_] (?:\.[^\W\d_]){{1,20}}+ \.?+ (?![\w{MARKS}])             # U.S.
    | (?<!\w) \d++ (?:[.,]\d++){{1,20}}+ (?!\w)                                 # 3.5  1,000
    | [^\W_{MARKS}] [^\W_]*+ (?:[{MARKS}]++ [^\W_]*+)*+
      (?:[{APOSTROPHES}] [^\W_{MARKS}] [^\W_]*+ (?:[{MARKS}]++ [^\W_]*+)*+)*+
    | {"|".join(rf"[{sign}]++" for sign in SIGNS)})
    """,
    re.VERBOSE,
)
THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
ONE_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
# O'Brien, D'Angelo, Qur'an; not a genitive or what is short for a word of its own: Biden's, don't, I've.
WITHIN_A_NAME = re.compile(r"(?<=^[^\W\di])'(?!s$) | (?<!\d)'(?!(?:s|t|d|m|re|ve|ll)$)", re.VERBOSE)

CACHE_SIZE = 200_000  # words, or pieces of texts; some 30 MB
LONGEST_WORD = 100  # letters; what is longer is no word, and is cut the same way in texts and queries

T = TypeVar("T")

_stemmer = snowballstemmer.stemmer("english")
_stemming = threading.Lock()  # a stemmer works in place, so one thread at a time


class Token(NamedTuple):
    """A word or sign of a text: the two forms it is searched under, and its half-open code-point offsets."""

    word: str
    stem: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Cut a text into its tokens, in order."""
    return [Token(*forms(match.group()), *match.span()) for match in TOKEN.finditer(text)]


def forms_of(text: str) -> list[tuple[str, str]]:
    """Return the word and the stem of each token of a text, in order: all that an index needs, faster than `tokens`."""
    return list(chain.from_iterable(map(_forms_of_pieces.__getitem__, pieces(text))))


def pieces(text: str) -> list[str]:
    """Split a text at its blanks: no token has one in it, so each piece alone has the tokens that it has in the text.

    Texts repeat their pieces ("said", "Monday."), and looking one up is far faster than finding its tokens.
    """
    return text.split(" ")


def words(text: str) -> list[str]:
    """Return the tokens of a text without case and accents, as phrases match them."""
    return [word for word, _ in forms_of(text)]


def written_tokens(text: str) -> list[str]:
    """Return the tokens of a text as they stand in it, with case and accents."""
    return TOKEN.findall(text)


def forms(written: str) -> tuple[str, str]:
    """Return the word (without case and accents) and the stem of one token."""
    return _forms[written]


class Cache(dict[str, T]):
    """A function's values for short texts, computed once; three times as fast to ask as `functools.cache`."""

    def __init__(self, compute: Callable[[str], T]) -> None:
        self.compute = compute

    def __missing__(self, text: str) -> T:
        value = self.compute(text)
        if len(text) <= LONGEST_WORD:
            if len(self) >= CACHE_SIZE:
                self.clear()
            self[text] = value
        return value


def _compute_forms(written: str) -> tuple[str, str]:
    word = fold(written)
    if "," in word and THOUSANDS.fullmatch(word):
        word = word.replace(",", "")
    word = without_umlauts(word)[:LONGEST_WORD]
    return word, stem_of(word)


_forms = Cache(_compute_forms)
_forms_of_pieces = Cache(lambda piece: tuple(map(forms, TOKEN.findall(piece))))


def fold(text: str) -> str:
    """Return a text without case, accents and invisible characters, Latin letters in ASCII: to compare.

    Its length may change. An apostrophe within a name is no letter: O'Brien is OBrien.
    """
    plain = plain_letters(text.translate(ONE_APOSTROPHE)).rstrip(".")
    return WITHIN_A_NAME.sub("", plain) if "'" in plain else plain


def stem_of(word: str) -> str:
    """Return the English stem of a word without case and accents."""
    with _stemming:
        stem: str = _stemmer.stemWord(word)
    return stem

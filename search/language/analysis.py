"""The one analysis chain: text → tokens, the same for the index, for queries and for highlights.

A token is a word (letters and digits, with apostrophes inside: O'Brien), a number with its points and commas (3.5),
an abbreviation (U.S.), or a run of one of the signs that carry meaning (% & # @ + and signs of currency). Everything
else separates. So COVID-19 is the tokens "covid" and "19", AT&T is "at", "&", "t": what somebody types without a
space is searched as tokens in a row, which finds it as typed.

Each token comes in two forms: `word`, without case and accents (Müller = Muller = Mueller), which phrases and prefixes
match; and `stem`, the English stem of the word, which bare words match. No word is too common to be a token.
"""

import re
import threading
import unicodedata
from collections.abc import Callable
from itertools import chain
from typing import NamedTuple, TypeVar

import snowballstemmer  # type: ignore[import-untyped]  # it comes without types

from articles.names.umlauts import without_umlauts

VERSION = "2"  # raise it whenever a text would give other tokens: every index is then rebuilt

MARKS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"  # accents apart from their letter, and what is invisible in a word
APOSTROPHES = "'’‘ʼ＇′´`"
SIGNS = "%&#@+$€£¥§°"

# The first line is most words, told at once; the second keeps what separates from being tried any further. What could
# begin anew at each of its parts has at most so many of them, and nothing that was taken is given back (++), so that
# the cost is linear in any text.
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
INVISIBLE = re.compile(f"[{MARKS}]")
THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
ONE_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
LETTERS_APART = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"}
)

MOST_REMEMBERED = 200_000  # words, or pieces of texts; some 30 MB
LONGEST_WORD = 100  # letters; what is longer is no word, and is cut the same way in texts and queries

T = TypeVar("T")

_stemmer = snowballstemmer.stemmer("english")
_stemming = threading.Lock()  # a stemmer works in place, so one thread at a time


class Token(NamedTuple):
    """A place in a text, half-open in code points, and the two forms it is searched under."""

    word: str
    stem: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Cut a text into its tokens, in order."""
    return [Token(*forms(match.group()), *match.span()) for match in TOKEN.finditer(text)]


def forms_of(text: str) -> list[tuple[str, str]]:
    """Return the word and the stem of each token of a text, in order: what an index needs, sooner than `tokens`."""
    return list(chain.from_iterable(map(_of_pieces.__getitem__, pieces(text))))


def pieces(text: str) -> list[str]:
    """Cut a text at its blanks: no token goes beyond one, so each piece alone has the tokens that it has in the text.

    Texts repeat their pieces ("said", "Monday."), and to look one up is far sooner done than to cut it into tokens.
    """
    return text.split(" ")


def words(text: str) -> list[str]:
    """Return the words of a text, as phrases match them."""
    return [word for word, _ in forms_of(text)]


def written_tokens(text: str) -> list[str]:
    """Return the tokens of a text as they are written in it."""
    return TOKEN.findall(text)


def forms(written: str) -> tuple[str, str]:
    """Return the word and the stem of one token as it is written."""
    return _forms[written]


class Remembered(dict[str, T]):
    """What was found of short texts, by a function; three times as fast to ask as a function that remembers."""

    def __init__(self, find: Callable[[str], T]) -> None:
        self.find = find

    def __missing__(self, text: str) -> T:
        found = self.find(text)
        if len(text) <= LONGEST_WORD:
            if len(self) >= MOST_REMEMBERED:
                self.clear()
            self[text] = found
        return found


def _found_forms(written: str) -> tuple[str, str]:
    word = fold(written)
    if "," in word and THOUSANDS.fullmatch(word):
        word = word.replace(",", "")
    word = without_umlauts(word)[:LONGEST_WORD]
    return word, stem_of(word)


_forms = Remembered(_found_forms)
_of_pieces = Remembered(lambda piece: tuple(map(forms, TOKEN.findall(piece))))


def fold(text: str) -> str:
    """Take case, accents and invisible characters off a text; for comparing, since its length may change."""
    plain = text.translate(ONE_APOSTROPHE)
    if plain.isascii():
        return plain.lower().rstrip(".")
    apart = unicodedata.normalize("NFKD", plain.casefold())
    return INVISIBLE.sub("", apart).translate(LETTERS_APART).rstrip(".")


def stem_of(word: str) -> str:
    """Return the English stem of a word without case and accents."""
    with _stemming:
        stem: str = _stemmer.stemWord(word)
    return stem

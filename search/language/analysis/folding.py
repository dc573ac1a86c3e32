"""Words without what does not tell them apart: case, accents, points and vowel signs, forms of one letter."""

import re
import unicodedata

from articles.names.letters import plain_letters
from articles.names.umlauts import without_umlauts

from .cache import LONGEST_WORD, LONGEST_WRITTEN, Cache
from .initialisms import dotted_word
from .scripts import APOSTROPHES
from .stemming import stem_of

THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
ONE_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
# O'Brien, D'Angelo, Qur'an; not a genitive or what is short for a word of its own: Biden's, don't, I've.
WITHIN_A_NAME = re.compile(r"(?<=^[^\W\di])'(?!s$) | (?<!\d)'(?!(?:s|t|d|m|re|ve|ll)$)", re.VERBOSE)
# Letters that a writer of Arabic leaves or takes as it suits, and those of Persian and Urdu that are the same one.
ONE_LETTER = str.maketrans(
    {
        "ى": "ي",
        "ی": "ي",
        "ې": "ي",
        "ے": "ي",
        "ک": "ك",
        "ة": "ه",
        "ۀ": "ه",
        "ہ": "ه",
        "ھ": "ه",
        "ۃ": "ه",
        "ٱ": "ا",
        "\u05f3": None,
        "\u05f4": None,
    }
)


def fold(text: str) -> str:
    """Return a text without case, accents and invisible characters, Latin letters in ASCII: to compare.

    Its length may change. An apostrophe within a name is no letter: O'Brien is OBrien. Arabic has no vowel signs, one
    alef, one ya and one ha; digits of all scripts are 0 to 9.
    """
    plain = plain_letters(text.translate(ONE_APOSTROPHE)).rstrip(".")
    if not plain.isascii():
        plain = "".join(map(_digit, unicodedata.normalize("NFC", plain).translate(ONE_LETTER)))
    return WITHIN_A_NAME.sub("", plain) if "'" in plain else plain


def forms(written: str) -> tuple[str, str]:
    """Return the word (without case and accents) and the stem of one token, read by itself."""
    return _forms[written]


def _digit(letter: str) -> str:
    return str(unicodedata.decimal(letter, letter))


def _compute_forms(written: str) -> tuple[str, str]:
    written = written[:LONGEST_WRITTEN]
    word = fold(written) or written.casefold()
    if "," in word and THOUSANDS.fullmatch(word):
        word = word.replace(",", "")
    if "." in word and not word[0].isdigit():
        word = dotted_word(word.replace(".", ""))
    word = without_umlauts(word)[:LONGEST_WORD]
    return word, stem_of(word)


_forms = Cache(_compute_forms)

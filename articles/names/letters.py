"""The letters of names: the Latin alphabet's without what other keyboards lack, and other ways to write them.

A letter of the Latin alphabet is compared by its ASCII letters (anyascii): ł is l, ø is o, ß is ss. Letters of other
alphabets stay themselves, without the points that a reader may leave out. Cyrillic and Greek names have a Latin
spelling besides, since these alphabets are written over letter by letter. Others have none: Chinese and Korean
characters of different names sound alike, and Arabic and Hebrew leave the vowels out.
"""

import re
import unicodedata

from anyascii import anyascii

# Accents, points of Hebrew, vowel signs of Arabic; and what nobody sees: soft hyphens, joiners, marks of direction.
_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u00ad\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_LATIN = re.compile("[\u00c0-\u02af\u1d00-\u1dbf\u1e00-\u1eff\u2c60-\u2c7f\ua722-\ua7ff\uab30-\uab6f]")
_MODIFIERS = re.compile("[\u02b0-\u02ff]")  # the ʻ of Hawaiʻi and its like, which Unicode counts among the letters
_CYRILLIC_OR_GREEK = re.compile("[\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff]+")
_LETTER_FOR_LETTER = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "đ": "dj"})


def plain_letters(text: str) -> str:
    """Return a text in small letters, without accents and invisible characters, in ASCII where they are Latin.

    Compatibility forms are taken apart (NFKD), so the length may change. The time grows with the length of the text:
    long runs of accents are taken out before they could be sorted.
    """
    if text.isascii():
        return text.lower()
    apart = _MARKS.sub("", unicodedata.normalize("NFKD", _MARKS.sub("", text).casefold()))
    return _LATIN.sub(_in_ascii, _MODIFIERS.sub("", apart))


def written_out(text: str) -> str:
    """Return a text in small letters with two letters for each that is often written by two: Mueller, Soeren, Djindjic.

    These are ä, ö, ü, ø, å and đ, as German, the Nordic languages and Serbian write them where they lack the letter.
    """
    return text if text.isascii() else unicodedata.normalize("NFC", text).casefold().translate(_LETTER_FOR_LETTER)


def romanised(text: str) -> str:
    """Return a text with Latin letters in place of Cyrillic and Greek ones: "Путин" as "Putin"."""
    return text if text.isascii() else _CYRILLIC_OR_GREEK.sub(_in_ascii, unicodedata.normalize("NFC", text))


def _in_ascii(letters: re.Match[str]) -> str:
    return anyascii(letters.group()).lower()

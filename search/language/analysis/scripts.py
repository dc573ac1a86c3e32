"""Characters by what they are to a word, as parts of a character class of a regular expression."""

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator

APOSTROPHES = "'’‘ʼ＇′´`"
HYPHENS = "-‐‑－"
SIGNS = "%&#@+$€£¥§°"

_INVISIBLE = "\u00ad\u061c\u0640\u200b-\u200f\u2060\ufeff"  # tatweel too: it only makes an Arabic word longer
_MODIFIERS = "\u02b0-\u02bb\u02bd-\u02ff"  # the ʻ of Hawaiʻi and its like
_LAST = 0x1FFFF  # of the marks; what is beyond is Chinese


def _ranges(numbers: Iterable[int]) -> Iterator[str]:
    """Write ascending code points as ranges."""
    first = last = -1
    for number in numbers:
        if number != last + 1:
            if first >= 0:
                yield f"{chr(first)}-{chr(last)}"
            first = number
        last = number
    yield f"{chr(first)}-{chr(last)}"


def _marks() -> str:
    """Return the accents, points and vowel signs of all scripts."""
    numbers = range(0x300, min(_LAST, sys.maxunicode))
    return "".join(_ranges(one for one in numbers if unicodedata.category(chr(one)) in ("Mn", "Mc", "Me")))


HALF_WIDTH_MARKS = "\uff9e\uff9f"
# What belongs to the letter before it, and begins no word.
MARKS = _marks() + _INVISIBLE + _MODIFIERS + HALF_WIDTH_MARKS + "\u05f3\u05f4"

# Scripts that put no blanks between words, or hang particles on them: Thai, Lao, Burmese, Khmer, Korean, Japanese and
# Chinese. Digits of theirs are digits.
UNSPACED = (
    "\u0e01-\u0e4e\u0e81-\u0ece\u0edc-\u0eff\u1000-\u103f\u104a-\u108f\u109a-\u109f\u1780-\u17d3\u17d7\u17dc"
    "\uaa60-\uaa7f\u1100-\u11ff\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u3041-\u30ff\u3105-\u312f\u3131-\u318e"
    "\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97c\uac00-\ud7fb\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U0003ffff"
)
IS_UNSPACED = re.compile(f"[{UNSPACED}]")
# One letter of them, with its marks; the parts of a Korean syllable that come apart are one.
UNSPACED_LETTER = (
    rf"(?: [\u1100-\u115f] [\u1160-\u11a7]?+ [\u11a8-\u11ff]?+ | (?=[{UNSPACED}]) [^\W_{MARKS}] ) [{MARKS}]*+"
)
LETTER = rf"[^\W\d_{UNSPACED}]"
WORD_CHARACTER = rf"[^\W_{UNSPACED}]"
WORD_START = rf"[^\W_{MARKS}{UNSPACED}]"

"""Words that are written as one too: co-operative, e-mail, G-20, O'Brien, l'Oréal, and words cut at the end of a line.

What belongs together is told by what stands between two tokens, and by the two. A hyphen joins no initialism with a
word, since that would be another word: UN-recognized is not unrecognized. Nor does it join two numbers: 9-11 is no 911.
"""

import re

from .initialisms import HOMOGRAPHS
from .scripts import APOSTROPHES, HYPHENS, IS_UNSPACED

LONGEST = 3  # tokens that are joined: vis-à-vis
_LINE_END = re.compile(rf"[{HYPHENS}]\s{{1,3}}")
_NOT_CUT = frozenset(("and", "or", "to", "nor", "und", "oder", "bis", "et", "ou", "y", "e", "o", "u"))  # pre- and post-
_DIVIDED = re.compile("[.,]")
_UNIT = 2  # letters after a number that go with it: 3-D, 5-G


def joins(left: str, between: str, right: str) -> bool:
    """Say whether two neighbouring tokens, as they are written, are written as one word too."""
    if not _is_word(left) or not _is_word(right):
        return False
    if len(between) > 1:
        return bool(_LINE_END.fullmatch(between)) and _is_cut(left, right)
    if between in APOSTROPHES:
        return left[-1].isalpha() and right[0].isalpha() and not _divided(left, right)
    return between in HYPHENS and _may_join(left, right)


def _is_word(written: str) -> bool:
    return written[0].isalnum() and not _DIVIDED.search(written) and not IS_UNSPACED.match(written)


def _is_cut(left: str, right: str) -> bool:
    return left.isalpha() and right[0].islower() and not left.isupper() and right not in _NOT_CUT


def _may_join(left: str, right: str) -> bool:
    if left[-1].isdigit():
        return right.isalpha() and len(right) <= _UNIT
    return right[0].isdigit() or not _divided(left, right)


def _divided(left: str, right: str) -> bool:
    """Say whether one of two is an initialism and the other a word."""
    if not _in_capitals(left) and not _in_capitals(right):
        return False
    if left.isupper() and right.isupper():
        return left.lower() in HOMOGRAPHS or right.lower() in HOMOGRAPHS
    return True


def _in_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper()

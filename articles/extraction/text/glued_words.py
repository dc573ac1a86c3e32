"""Two words that lost the blank between them: "andLindau", "LindThe", "LindLind".

Evidence is sure where a small letter stands before a capital and both halves are known: a plain word before a name, a
surname before a word that opens sentences, or one surname twice. Firms and people are spelt so too ("YouTube",
"McDonald", "deGrasse"): what fits none of the three is one word.
"""

import re
from functools import cache

from ..lexicons import COMMON_WORDS, GRAMMAR, given_names, kinds_in, words_in
from ..word_classes import COORDINATORS, NEGATIONS

_TWO = re.compile(r"([A-Za-z][a-z]+)([A-Z][a-z]{2,})")
_SHORTEST_SURNAME = 4  # letters: "LeeOn" may be a firm
_SHORTEST_WORD = 3  # "inLind" may be one too
_NO_FIRST = NEGATIONS | GRAMMAR["adverb"]  # begin watchwords and names of firms


def second_word(word: str) -> int:
    """Return at which letter the second of two words glued together begins, 0 where it is one word."""
    two = _TWO.fullmatch(word)
    if two is None:
        return 0
    first, second = two.groups()
    return two.start(2) if _before_name(first, second) or _behind_surname(first, second) else 0


def _before_name(first: str, second: str) -> bool:
    """Say whether a plain word stands before a name: "askedLind", but not "antiLind"; behind "and" any is one."""
    if first not in COMMON_WORDS or first in _NO_FIRST:
        return False
    named = first in COORDINATORS or second in given_names() or second in _surnames()
    return second.lower() in GRAMMAR["time"] or (named and len(first) >= _SHORTEST_WORD)


def _behind_surname(first: str, second: str) -> bool:
    """Say whether a surname stands before a word that opens a sentence, or before itself."""
    known = len(first) >= _SHORTEST_SURNAME and first in _surnames()
    return known and (second == first or second in words_in("openers.txt"))


@cache
def _surnames() -> frozenset[str]:
    return frozenset().union(*kinds_in("surnames.tsv").values())

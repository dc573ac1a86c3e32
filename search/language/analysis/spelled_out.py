"""Letters that are often written by two: Löwe is found as Loewe, Håkon as Haakon, Đinđić as Djindjic.

Besides, a hamza of Arabic that sits on another letter: مسئول is found as مسؤول.
"""

import re

from articles.names.letters import written_out

from .cache import LONGEST_WORD
from .folding import fold

_TWO_LETTERS = re.compile("[äöüøåđÄÖÜØÅĐ\u0308\u030a]|[aou]e|\u0626", re.IGNORECASE)
_ANOTHER_SEAT = str.maketrans({"\u0626": "\u0624"})


def spelled_out(written: str, word: str) -> str | None:
    """Return the word of a token with two letters for one; None where there is none, or that is its word already.

    Of what is written so it is that spelling: the word of Koehn is "kohn", as that of Köhn is.
    """
    if not _TWO_LETTERS.search(written):
        return None
    other = fold(written_out(written).translate(_ANOTHER_SEAT))[:LONGEST_WORD]
    return None if other == word else other

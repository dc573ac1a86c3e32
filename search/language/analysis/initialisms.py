"""Initialisms: U.S. and US are one word, N.A.T.O., NATO and Nato too.

Without its dots an initialism is a word like any other ("nato"). A few are ordinary words too (HOMOGRAPHS): those keep
dots in their word, so that "u.s" (of U.S. or US) is not "us". There capitals say which it is, but where a whole text,
or the words around, are in capitals: "IT IS US" are ordinary words. In a query small letters leave both open.
"""

import re

from .scripts import APOSTROPHES

# Initialisms of the news that are words of a text as well: pronouns and verbs of English, articles of other languages.
HOMOGRAPHS = frozenset(("us", "un", "it", "is", "who", "am", "eu", "la", "aids", "ice", "cop"))
_PLAIN = re.compile(rf"(?:{'|'.join(map(str.upper, sorted(HOMOGRAPHS)))})(?:[{APOSTROPHES}]s)?")
GENITIVE = re.compile(rf"[{APOSTROPHES}]s$")

# Words in capitals that show that those beside them are shouted: no initialism is one of these, or so long.
SHOUTED = frozenset((
    "the", "of", "and", "to", "in", "for", "on", "with", "not", "no", "are", "we", "you", "they", "all", "let",
    "join", "this", "that", "from", "by", "at", "be", "been", "do", "have", "has", "will", "can", "must", "our",
    "your", "their", "against", "about", "was", "were", "if", "or", "as", "an", "my", "me", "he", "she", "his",
    "her", "out", "up", "go", "give",
))  # fmt: skip
LONG, NAMELIKE, MANY = 7, 4, 3  # letters of a word no initialism has; of one it may have; words in a row


def dotted_word(letters: str) -> str:
    """Return the word of an initialism that has dots, given folded without them; a genitive keeps its 's."""
    bare = letters.removesuffix("'s")
    return ".".join(bare) + letters[len(bare) :] if bare in HOMOGRAPHS else letters


def in_capitals(written: str) -> bool:
    """Say whether a word as it stands in a text is one of HOMOGRAPHS in capitals, without dots."""
    return bool(_PLAIN.fullmatch(written))


def either_way(word: str) -> str | None:
    """Return the initialism that an ordinary word may mean in small letters; None for most words."""
    other = dotted_word(word)
    return None if other == word else other


def is_shouted(row: list[str]) -> bool:
    """Say whether words in capitals that stand in a row, with blanks alone between them, are ordinary words."""
    bare = [GENITIVE.sub("", word.lower()) for word in row]
    if any(len(word) >= LONG or word in SHOUTED for word in bare):
        return True
    return len(row) >= MANY and (
        any(len(word) >= NAMELIKE and word not in HOMOGRAPHS for word in bare)
        or all(word in HOMOGRAPHS for word in bare)
    )

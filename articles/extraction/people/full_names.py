"""Which names of two words and more are people: a given name or signs of a person beside it, weighed.

In: the candidate names of an article. Out: the words of each full name with a certainty between 0.5 and 1.
"""

import re
from collections import Counter

from articles.paragraph_kinds import PassageKind

from ..candidates.spellings import given_strength, is_initial
from ..lexicons import given_names
from ..text.reading import Reading
from .names import Piece

_ENDINGS = (
    "ski|sky|ska|ov|ova|ev|eva|enko|chuk|ić|ich|escu|shvili|adze|yan|ez|stein|berg|mann|sson|sen|opoulos|idis|elli|etti|wala|"
    "kumar|singh|zadeh"
)
_SURNAME = re.compile(rf"[a-z](?:{_ENDINGS})$|^(?:Mc|Mac|O['’]|Fitz)[A-Z]")


def full_names(pieces: list[Piece], reading: Reading) -> dict[tuple[str, ...], float]:
    """Return the names of two words and more that are people, with how sure that is."""
    best: dict[tuple[str, ...], float] = {}
    alone = Counter(
        piece.words[0] for piece in pieces if len(piece.words) == 1 and not (piece.part_of_thing or piece.place)
    )
    for piece in pieces:
        if len(piece.words) > 1 and not piece.part_of_thing:
            words = _without_opener(piece, reading)
            if len(words) > 1:
                best[words] = max(best.get(words, 0.0), _certainty(piece, words, alone, reading))
    return {words: sure for words, sure in best.items() if sure >= 0.5}


def _without_opener(piece: Piece, reading: Reading) -> tuple[str, ...]:
    """Drop a sentence's first word where it is no given name and the article writes it small elsewhere."""
    words = piece.words
    if piece.opens and words[0].lower() in reading.small_words and words[0] not in given_names():
        return words[1:]
    return words


def _certainty(piece: Piece, words: tuple[str, ...], alone: Counter[str], reading: Reading) -> float:
    sure = 0.75 * given_strength(words)
    if reading.pages[piece.page].kind == PassageKind.TITLE and len(words) > 2:
        sure -= 0.4
    if piece.titled:
        sure += 0.5
    sure += 0.25 * min(piece.signs, 3)
    if any(is_initial(word) for word in words[:-1]):
        sure += 0.4
    if alone[words[-1]]:
        sure += 0.2 if alone[words[-1]] == 1 or alone[words[0]] else 0.5
    if _SURNAME.search(words[-1]):
        sure += 0.3
    if len(words) > 4 or any(word.lower() in reading.small_words for word in words[1:] if word[0].isupper()):
        sure -= 0.3
    if words[-1].isupper() and len(words[-1]) > 1 and not words[0].isupper():
        sure -= 0.4  # "Ariana TV"
    return min(sure, 1.0)

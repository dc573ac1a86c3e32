"""Passages that are in another language than it seems, or than those around them.

A passage with marked words is in the language of the words around the marks: a German sentence that quotes an English
speech is German, and read by English rules it would have German speakers invented. A few words are in a language of
their own where small words of it and the detector agree, or where another alphabet shows that they are not English.
"""

import re

from ..lexicons import ENGLISH
from .detector import detect
from .folders import languages
from .letters import is_latin, without_names
from .small_words import english_among, others_among

_MARKED = re.compile(  # to the text's end where nothing closes it
    r"“[^“”]*(?:[”“]|$)|„[^„“”]*(?:[“”]|$)|«[^«»]*(?:»|$)|»[^«»]*(?:«|$)|\"[^\"]*(?:\"|$)|「[^「」]*(?:」|$)"
    r"|‘[^‘]*’"  # up to the last one, as an apostrophe looks like it
)
_LONG = 8  # words around marks from which on they are asked by themselves
_ENGLISH, _HARDLY_ENGLISH = 0.12, 0.06  # share of English's small words
_OTHER = 0.15  # share of other languages' small words that gives reason to ask
_FEWEST = 2  # small words of another language without which a text is not asked
_SURE = 0.6  # the detector's confidence from which on it is believed


def by_words_around_marks(start: str, seen: str | None) -> str | None:
    """Return the language of the words around its marks; the one seen in all its words where these don't tell.

    None where they are too few to tell, but hardly of the language that was seen: the passage goes with its neighbours.
    """
    around = _MARKED.sub(" ", start)
    words = around.lower().split()
    if not words or len(around) == len(start):
        return seen
    own, others = english_among(words), others_among(words)
    if seen not in (ENGLISH, None):
        return ENGLISH if own >= _ENGLISH * len(words) and own > others else seen
    if own >= max(1, _HARDLY_ENGLISH * len(words)) and own > others:
        return seen
    if len(words) < _LONG:
        return None
    if others < _OTHER * len(words):
        return seen
    code, confidence = detect(without_names(around))
    return code if confidence >= _SURE else seen


def of_few_words(start: str, code: str) -> str:
    """Return the language of a passage of a few words, which seems to be in that of its neighbours or its article."""
    if not is_latin(start):
        return detect(start)[0] if code == ENGLISH else code
    words = start.lower().split()
    own, others = english_among(words), others_among(words)
    if code != ENGLISH:
        return ENGLISH if own >= _FEWEST and not others and _is_sure(start, ENGLISH) else code
    if others < _FEWEST or own:
        return code
    shown, confidence = detect(start)
    return shown if confidence >= _SURE and shown in languages() else code


def _is_sure(start: str, code: str) -> bool:
    shown, confidence = detect(start)
    return shown == code and confidence >= _SURE

"""Paragraphs that are known by themselves to be no article text: by how they begin, or by words in them.

The patterns are in data/, a folder a language, since a paper in any language may carry some of another's.
"""

import re
from functools import cache
from typing import NamedTuple

from .lexicon import rows_of
from .signs import Sign

LONGEST = 900  # code points; longer ones are looked at no further than this, and only for how they begin
_OPENING_MARKS = " \t-–—•*·►▶»«>|[("


class _Phrase(NamedTuple):
    sign: Sign
    words: tuple[str, ...]
    pattern: re.Pattern[str]


def sign_of_line(text: str) -> Sign | None:
    """Return by what a paragraph, seen alone, is known to be no article text; None where it is not."""
    line = text[: LONGEST + 1].strip()
    if len(line) > LONGEST:
        return None
    beginning = _beginnings().fullmatch(line.lstrip(_OPENING_MARKS) or line)
    return Sign(_signs()[beginning.lastindex or 0]) if beginning else _sign_of_phrase(line)


def _sign_of_phrase(line: str) -> Sign | None:
    small = line.lower()
    for phrase in _phrases():
        if any(words in small for words in phrase.words) and phrase.pattern.fullmatch(line):
            return phrase.sign
    return None


@cache
def _beginnings() -> re.Pattern[str]:
    """Return all patterns of beginnings as one, with a group for each."""
    return re.compile("|".join(f"({pattern})" for _, pattern in rows_of("lines.tsv")), re.IGNORECASE | re.DOTALL)


@cache
def _signs() -> tuple[str, ...]:
    return "", *(sign for sign, _ in rows_of("lines.tsv"))


@cache
def _phrases() -> tuple[_Phrase, ...]:
    rows = rows_of("phrases.tsv")
    return tuple(
        _Phrase(Sign(sign), tuple(words.split("|")), re.compile(pattern, re.IGNORECASE | re.DOTALL))
        for sign, words, pattern in rows
    )

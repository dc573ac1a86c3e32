"""Paragraphs that are known by themselves to be no article text: by how they begin, or by words in them.

The patterns are in data/, a folder a language, since a paper in any language may carry some of another's. They are in
small letters and read against the text in small letters, which is much quicker than to leave capitals aside.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from .lexicon import rows_of
from .signs import Sign

LONGEST = 1_500  # code points; what is longer is text, or nobody could say what else
_OPENING_MARKS = " \t-–—•*·►▶»«>|[("


class _Pattern(NamedTuple):
    sign: Sign
    pattern: re.Pattern[str]


def sign_of_line(text: str) -> Sign | None:
    """Return by what a paragraph, seen alone, is known to be no article text; None where it is not."""
    if len(text) > LONGEST:
        return None
    line = text.strip().lstrip(_OPENING_MARKS) or text
    small = line.lower()
    if _any_of("lines.tsv").fullmatch(small):
        return _first(_patterns("lines.tsv"), small)
    if _any_of("cased_lines.tsv").fullmatch(line):
        return _first(_patterns("cased_lines.tsv"), line)
    return _first([one for words, one in _phrases() if words in small], small)


def _first(patterns: Sequence[_Pattern], line: str) -> Sign | None:
    return next((one.sign for one in patterns if one.pattern.fullmatch(line)), None)


@cache
def _any_of(name: str) -> re.Pattern[str]:
    """Return all patterns of a file as one, which most texts don't match: that is asked of every paragraph."""
    return re.compile("|".join(f"(?:{one.pattern.pattern})" for one in _patterns(name)), re.DOTALL)


@cache
def _patterns(name: str) -> tuple[_Pattern, ...]:
    return tuple(_Pattern(Sign(sign), re.compile(pattern, re.DOTALL)) for sign, pattern in rows_of(name))


@cache
def _phrases() -> tuple[tuple[str, _Pattern], ...]:
    """Return each pattern beside words that are in a text that it matches, once for all such words."""
    return tuple(
        (one, _Pattern(Sign(sign), re.compile(pattern, re.DOTALL)))
        for sign, words, pattern in rows_of("phrases.tsv")
        for one in words.split("|")
    )

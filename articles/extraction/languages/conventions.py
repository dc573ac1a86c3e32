"""Pairs of quotation marks by the convention of a language: „…“, «…», »…«, 「…」, as its marks.tsv lists them.

A mark that can only open needs nothing else; one that closes too („““ in German, »”« in Swedish, a straight one) opens
where a word begins and closes where one ends. Only outermost marks count.
"""

from functools import cache

from ..records import record
from ..text.mark_pairs import MarkPair
from .folders import rows_of_language

_ANYWHERE = (("“", "”"), ("„", "“"), ("„", "”"), ("«", "»"), ("「", "」"), ("『", "』"), ('"', '"'))  # of no folder
_BEFORE_OPENING = "([{—–-'’/"


@record
class Convention:
    """The marks of a language: which ones close what each opens, and those that both open and close."""

    closing: dict[str, str]
    both: frozenset[str]


@cache
def convention_of(code: str) -> Convention:
    """Return the marks of a language, those that are usual anywhere where it has no folder."""
    closing: dict[str, str] = {}
    for opening, close in rows_of_language(code, "marks.tsv") or _ANYWHERE:
        closing[opening] = closing.get(opening, "") + close
    return Convention(closing, frozenset(closing) & frozenset("".join(closing.values())))


def pairs_by(convention: Convention, text: str) -> list[MarkPair]:
    """Return the outermost pairs of one text in order; the last may be open to the text's end.

    A mark that nothing closes counts where it begins the text or stands behind a colon or comma, else it is left out.
    """
    marks = _marks_in(convention, text)
    pairs: list[MarkPair] = []
    at = 0
    while at < len(marks):
        place, mark = marks[at]
        if not _opens(convention, text, place):
            at += 1
            continue
        close = _closed_at(convention, text, marks, at)
        if close is not None:
            pairs.append(_pair(text, place, marks[close][0], marks[close][0] + 1))
            at = close + 1
        elif not text[:place].strip() or text[:place].rstrip()[-1] in ",:：，":
            return [*pairs, _pair(text, place, len(text), len(text), closed=False)]
        else:
            marks = [one for one in marks[:at] + marks[at + 1 :] if one[1] != mark or one[0] < place]
    return pairs


def _marks_in(convention: Convention, text: str) -> list[tuple[int, str]]:
    signs = convention.closing.keys() | set("".join(convention.closing.values()))
    return [(place, letter) for place, letter in enumerate(text) if letter in signs]


def _opens(convention: Convention, text: str, place: int) -> bool:
    mark = text[place]
    if mark not in convention.closing:
        return False
    if mark not in convention.both:
        return True
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return bool(after.strip()) and (not before.strip() or before in _BEFORE_OPENING)


def _closed_at(convention: Convention, text: str, marks: list[tuple[int, str]], opened: int) -> int | None:
    """Return which of the marks closes one, None where none does."""
    closing = convention.closing[marks[opened][1]]
    for number in range(opened + 1, len(marks)):
        place, mark = marks[number]
        if mark in closing and not _stands_in_a_word(text, place) and not _only_opens(convention, text, place):
            return number
    return None


def _stands_in_a_word(text: str, place: int) -> bool:
    """Say whether a mark is an apostrophe or the like; between signs of China and Japan it may stand nevertheless."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return text[place] in "'’\"״" and before.isalpha() and after.isalpha() and after < "\u2e80"


def _only_opens(convention: Convention, text: str, place: int) -> bool:
    """Say whether a mark that may both open and close can only open here: a blank before, a letter behind."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return text[place] in convention.both and before.isspace() and after.isalnum()


def _pair(text: str, start: int, inner_end: int, end: int, closed: bool = True) -> MarkPair:
    inner = text[start + 1 : inner_end]
    blanks = len(inner) - len(inner.lstrip())
    inner_start = start + 1 + blanks
    return MarkPair(start, inner_start, max(inner_start, start + 1 + len(inner.rstrip())), end, closed)

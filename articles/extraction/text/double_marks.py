"""Pairs of double quotation marks: curly, straight, low-high, guillemets and ``latex'' ones.

In: a text. Out: its pairs in order. A mark that only opens, after a whole sentence of what stands open, goes on with
the same speech, as where paragraphs were run together: “A. “B.”. A mark typed the wrong way round is read by where it
stands; one within an open pair (“Press the "Send" key”) is inside it; one that was lost is taken as standing before the
words that report ("It is closed, said Keller.").
"""

import re
from itertools import islice

from .lost_marks import reported_from
from .mark_pairs import MarkPair, pair_of

# One of the marks' letters is looked for first, which is faster than looking for one of three marks.
_DOUBLE = re.compile(r"[“”„‟\"«»`'](?:(?<=[“”„‟\"«»])|(?<=`)`|(?<=')')")
_CLOSES = {
    "“": '”"',
    "”": "“”",
    "„": "“”",
    "«": "»",
    "``": "''",
    '"': '"”',
    "''": "''",
    "‟": "”",
    "»": "«",
}
_REACH = 2000  # letters looked ahead for a mark's partner
_NESTED = 60  # letters within marks inside marks of the same form
_SENTENCE_ENDS = ".?!…"


def double_pairs(text: str) -> list[MarkPair]:
    """Return the pairs of double marks in one text in order; those that a later one goes on with are open."""
    pairs: list[MarkPair] = []
    opened: re.Match[str] | None = None
    nested_end = -1
    for match in _DOUBLE.finditer(text):
        if match.start() == nested_end:
            continue
        if opened is None:
            opened = match if _can_open(text, match) else None
        elif _reopens(text, opened, match):
            pairs.append(pair_of(text, opened, match.start(), match.start(), closed=False))
            opened = match
        elif (nested := _nested_end(text, opened, match)) >= 0:
            nested_end = nested
        elif _closes(text, opened, match):
            pairs.append(pair_of(text, opened, match.start(), match.end()))
            opened = None
        elif match.group() in _CLOSES and _can_open(text, match) and _is_lost(text, opened, match):
            opened = match  # the earlier mark was never closed
    if opened is not None:
        announced = _begins_speech(text, opened.start()) or (bool(pairs) and _opens_sentence(text, opened.start()))
        pairs.append(pair_of(text, opened, len(text), len(text), closed=False, announced=announced))
    return [pair if pair.closed else _without_report(text, pair) for pair in pairs]


def _can_open(text: str, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark in ("“", "„", "«", "``", "‟"):
        return True
    if mark == "”":
        return _stands_before_word(text, match)
    if mark == "»":
        return (
            not text[max(0, match.start() - 1) : match.start()].strip("( ")
            and not text[match.end() : match.end() + 1].isspace()
        )
    if mark == "''" and text[match.start() - 1 : match.start()].isalnum():
        return False
    return mark in ('"', "''") and not text[match.end() : match.end() + 1].isspace() and match.end() < len(text)


def _stands_before_word(text: str, match: re.Match[str]) -> bool:
    """Say whether a mark stands after a blank (or first) and before a letter, where only an opening one can."""
    before, after = text[: match.start()][-1:], text[match.end() : match.end() + 1]
    return (not before or before.isspace()) and (after.isalnum() or after == "[")


def _reopens(text: str, opened: re.Match[str], match: re.Match[str]) -> bool:
    """Say whether a mark goes on with what stands open: “A. “B.”, with a capital after a whole sentence."""
    if match.group() != opened.group() or not _stands_before_word(text, match):
        return False
    before = text[max(0, match.start() - 8) : match.start()].rstrip()
    starts = text[match.end() : match.end() + 2].lstrip("[")
    return before[-1:] in _SENTENCE_ENDS and starts[:1].isupper() and _first_of_two_closing(text, opened, match) < 0


def _nested_end(text: str, opened: re.Match[str], match: re.Match[str]) -> int:
    """Return where the marks end that this one opens within an open pair of the same form, -1 where it opens none."""
    if match.group() != opened.group() or not _stands_before_word(text, match):
        return -1
    end = _first_of_two_closing(text, opened, match)
    return end if end - match.end() <= _NESTED else -1


def _first_of_two_closing(text: str, opened: re.Match[str], match: re.Match[str]) -> int:
    """Return the first of two marks that close before another opens, as in “He said. “No.” And left.”; else -1."""
    after = list(islice(_DOUBLE.finditer(text, match.end(), match.end() + _REACH), 2))
    closing = [one.group() in _CLOSES[opened.group()] and not _stands_before_word(text, one) for one in after]
    return after[0].start() if len(after) == 2 and all(closing) else -1


def _closes(text: str, opened: re.Match[str], match: re.Match[str]) -> bool:
    """Say whether a mark closes what stands open: by its form, or typed the wrong way round, by where it stands."""
    if match.group() == opened.group() == "“":
        before, after = text[match.start() - 1], text[match.end() : match.end() + 1]
        return before in ",.?!" and (not after or after.isspace()) and match.start() > opened.end()
    return match.group() in _CLOSES[opened.group()] and not _stands_inside(text, opened.group(), match)


def _stands_inside(text: str, opening: str, match: re.Match[str]) -> bool:
    """Say whether a straight mark closes nothing: it only opens, or is an inch within “…”."""
    if match.group() != '"':
        return False
    if opening != "“":
        return _stands_before_word(text, match)
    following = _DOUBLE.search(text, match.end(), match.end() + _REACH)
    if following and following.group() == '"' and _stands_before_word(text, following):
        return False
    own, new = (text.find(mark, match.end(), match.end() + _REACH) for mark in "”“")
    return own >= 0 and (new < 0 or own < new)


def _is_lost(text: str, opened: re.Match[str], match: re.Match[str]) -> bool:
    """Say whether the mark opened first is probably lost: a new one opens and only one closes after it."""
    closing = _CLOSES[opened.group()]
    if closing == '"':
        return True
    after = text[match.end() : match.end() + _REACH]
    first_close = min((at for mark in closing if (at := after.find(mark)) >= 0), default=-1)
    if first_close < 0:
        return True
    rest = after[first_close + 1 :]
    next_open, next_close = rest.find(opened.group()), min((a for m in closing if (a := rest.find(m)) >= 0), default=-1)
    return next_close < 0 or 0 <= next_open < next_close


def _opens_sentence(text: str, start: int) -> bool:
    """Say whether a mark that is never closed stands where speech can begin."""
    before = text[:start].rstrip()
    return not before or before[-1] in ",:.?!…”"


def _begins_speech(text: str, start: int) -> bool:
    """Say whether a mark that is never closed still opens speech: first in its text, or after a comma or colon."""
    before = text[:start].rstrip()
    return not before or before[-1] in ",:"


def _without_report(text: str, pair: MarkPair) -> MarkPair:
    """Return an open pair up to the words in it that report it: there its closing mark was lost."""
    end = reported_from(text, pair.inner_start, pair.inner_end)
    return pair if end is None else MarkPair(pair.start, pair.inner_start, end, end)

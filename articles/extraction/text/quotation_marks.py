"""Pairs of quotation marks in one text: curly, straight, single, low-high, guillemets and ``latex'' ones.

In: a text. Out: its outermost `MarkPair`s in order; the last may be open to the text's end. Apostrophes are no marks.
"""

import re
from bisect import bisect_left

from ..records import record

_DOUBLE = re.compile(r"[“”„‟\"«»]|``|''")
_SINGLE = re.compile(r"[‘’‚'](?:(?<![^\W_].)|(?![^\W_]))")  # between two letters it neither opens nor closes
_CLOSES = {"“": '”"', "„": "“”", "«": "»", "``": "''", '"': '"”', "''": "''", "‟": "”", "»": "«"}
_REACH = 2000  # letters looked ahead for a mark's partner
_SHORTENED = re.compile(r"(?:em|til|till|tis|twas|cause|cos|n|bout|round|\d0s|\d\d)\b", re.I)


@record
class MarkPair:
    """One pair of marks in one text: from the opening mark's start to the closing mark's end."""

    start: int
    inner_start: int
    inner_end: int
    end: int
    closed: bool = True


def mark_pairs(text: str) -> list[MarkPair]:
    """Return the outermost pairs of one text in order; the last may be open to the text's end."""
    doubles = _double_pairs(text)
    singles = [pair for pair in _single_pairs(text) if not _cuts(pair, doubles)]
    return sorted(_outermost(doubles + singles), key=lambda pair: pair.start)


def _double_pairs(text: str) -> list[MarkPair]:
    pairs: list[MarkPair] = []
    opened: re.Match[str] | None = None
    for match in _DOUBLE.finditer(text):
        mark = match.group()
        if opened is None:
            if _can_open(text, match):
                opened = match
        elif mark in _CLOSES[opened.group()] and not _stands_inside(text, opened.group(), match):
            pairs.append(_pair(text, opened, match.start(), match.end()))
            opened = None
        elif mark in _CLOSES and _can_open(text, match) and _is_lost(text, opened, match):
            opened = match  # the earlier mark was never closed
    if opened is not None and _begins_speech(text, opened.start()):
        pairs.append(_pair(text, opened, len(text), len(text), closed=False))
    return pairs


def _can_open(text: str, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark in ("“", "„", "«", "``", "‟"):
        return True
    if mark == "»":
        return (
            not text[max(0, match.start() - 1) : match.start()].strip("( ")
            and not text[match.end() : match.end() + 1].isspace()
        )
    if mark == "''" and text[match.start() - 1 : match.start()].isalnum():
        return False
    return mark in ('"', "''") and not text[match.end() : match.end() + 1].isspace() and match.end() < len(text)


def _stands_inside(text: str, opening: str, match: re.Match[str]) -> bool:
    """Say whether a straight mark closes nothing: it only opens, or is an inch within “…”."""
    if match.group() != '"':
        return False
    if opening != "“":
        return _only_opens(text, match)
    own, new = (text.find(mark, match.end(), match.end() + _REACH) for mark in "”“")
    return own >= 0 and (new < 0 or own < new)


def _only_opens(text: str, match: re.Match[str]) -> bool:
    """Say whether a straight mark stands where only an opening one can: after a blank, before a letter."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return before.isspace() and after.isalnum()


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


def _begins_speech(text: str, start: int) -> bool:
    """Say whether a mark that is never closed still opens speech: first in its text, or after a comma or colon."""
    before = text[:start].rstrip()
    return not before or before[-1] in ",:"


def _single_pairs(text: str) -> list[MarkPair]:
    pairs: list[MarkPair] = []
    opened: re.Match[str] | None = None
    doubtful: re.Match[str] | None = None  # "officials’ view": a closing mark or an apostrophe
    for match in _SINGLE.finditer(text):
        if _opens_single(text, match):
            if opened is not None and doubtful is not None:
                pairs.append(_pair(text, opened, doubtful.start(), doubtful.end()))
            opened, doubtful = match, None
        elif opened is not None and _closes_single(text, match, opened.group()):
            if text[match.start() - 1] in "sS" and doubtful is None:
                doubtful = match
            else:
                closing = doubtful if doubtful is not None and _sentence_ends(text, doubtful, match) else match
                pairs.append(_pair(text, opened, closing.start(), closing.end()))
                opened = doubtful = None
    if opened is not None and doubtful is not None:
        pairs.append(_pair(text, opened, doubtful.start(), doubtful.end()))
    return pairs


def _opens_single(text: str, match: re.Match[str]) -> bool:
    if match.group() not in ("‘", "‚", "'"):
        return False
    before, after = (
        text[match.start() - 1 : match.start()] if match.start() else " ",
        text[match.end() : match.end() + 1],
    )
    if not after or after.isspace() or _SHORTENED.match(text, match.end()):
        return False
    return not before.isalnum() and before not in ".,!?;”’'"


def _closes_single(text: str, match: re.Match[str], opening: str) -> bool:
    if match.group() != ("'" if opening == "'" else "’"):
        return False
    before, after = text[match.start() - 1], text[match.end() : match.end() + 1]
    return not before.isspace() and not after.isalnum()


def _sentence_ends(text: str, doubtful: re.Match[str], match: re.Match[str]) -> bool:
    return any(
        mark in text[doubtful.end() : min(match.start(), doubtful.end() + 300)] for mark in (". ", "? ", "! ", "\n")
    )


def _cuts(single: MarkPair, doubles: list[MarkPair]) -> bool:
    """Say whether a single pair only half holds a double one: then its marks were apostrophes."""
    around_start = _last_before(doubles, single.start)
    around_end = _last_before(doubles, single.end)
    return bool(
        (around_start and single.start < around_start.end < single.end)
        or (around_end and single.start < around_end.start and single.end < around_end.end)
    )


def _last_before(pairs: list[MarkPair], place: int) -> MarkPair | None:
    """Return the last of the ordered pairs that opens before a place."""
    index = bisect_left(pairs, place, key=lambda pair: pair.start)
    return pairs[index - 1] if index else None


def _outermost(pairs: list[MarkPair]) -> list[MarkPair]:
    kept: list[MarkPair] = []
    reach = -1
    for pair in sorted(pairs, key=lambda pair: (pair.start, -pair.end)):
        if pair.start >= reach:
            kept.append(pair)
            reach = pair.end
    return kept


def _pair(text: str, opened: re.Match[str], inner_end: int, end: int, closed: bool = True) -> MarkPair:
    inner_start = opened.end()
    while inner_start < inner_end and text[inner_start].isspace():
        inner_start += 1
    while inner_end > inner_start and text[inner_end - 1].isspace():
        inner_end -= 1
    return MarkPair(opened.start(), inner_start, inner_end, end, closed)

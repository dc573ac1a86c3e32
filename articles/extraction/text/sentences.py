"""Sentences of a text, where marked words count as part of the sentence around them.

In: a text and the outer ranges of its marks. Out: half-open ranges that cover the text. A full stop inside marks ends
no sentence; one right before the closing mark ends the sentence when a new one visibly begins.
"""

import re
from bisect import bisect_left, bisect_right

from ..findings import Span
from ..lexicons import GRAMMAR, cue_kinds

# The first letter stands before the alternatives, which makes the search for stops several times as fast.
_STOP = re.compile(
    r"[.!?…](?:"
    r"[.!?…]{0,4}[\"”’'»)\]]{0,3}\s{1,20}(?=[\"“‘'«(\[]{0,3}[^\W_a-zß-öø-ÿ])"
    r"|(?<=[a-z]{3}[.!?])(?=[A-Z][a-z]*[\s,’'])"  # "went home.The sea": a blank was lost
    r"|[.!?…]{0,2}(?P<mark>[\"”]?)(?=[\"“]{0,2}[A-Z][a-z]*[\s,’'])"  # “… home.”The sea; the sea.“Home …”
    r")"
)
_LAST_WORD = re.compile(r"[\w.]{0,12}$")
_BEFORE_NUMBERS = GRAMMAR["before_number"]  # abbreviations only before a number: "No. 10", but "she said no."
_ABBREVIATIONS = GRAMMAR["abbreviation"]
_NAME_AND_CUE = re.compile(r"[\w’'.-]{1,30}(?: [\w’'.-]{1,30}){0,4}")


def sentences_of(text: str, outer: list[Span]) -> list[tuple[int, int]]:
    """Return the half-open ranges of the sentences; `outer` are the marks of this text, in order."""
    starts = [span.start for span in outer]
    ranges = []
    begin = 0
    for match in _STOP.finditer(text):
        if _ends_sentence(text, match, outer, starts):
            ranges.append((begin, match.end()))
            begin = match.end()
    if begin < len(text):
        ranges.append((begin, len(text)))
    return ranges


def _ends_sentence(text: str, match: re.Match[str], outer: list[Span], starts: list[int]) -> bool:
    around = bisect_right(starts, match.start()) - 1
    if match["mark"] is not None:
        return _at_marks(match, outer[around] if around >= 0 else None, starts)
    if around >= 0 and match.start() < outer[around].end:
        if match.end() < outer[around].end:
            return False
        return not (_trails(match) and _attribution_follows(text, match.end()))
    return text[match.start()] != "." or not _abbreviates(text, match.start())


def _at_marks(stop: re.Match[str], before: Span | None, starts: list[int]) -> bool:
    """Say whether a stop that no blank follows stands right behind marks, or right before others."""
    if stop["mark"]:
        return before is not None and stop.end() == before.end
    after = bisect_left(starts, stop.end())
    return after < len(starts) and starts[after] == stop.end()


def _trails(stop: re.Match[str]) -> bool:
    """Say whether a stop inside marks need not end the sentence around them: ?, ! and dots that trail off."""
    return stop.group()[0] in "!?…" or stop.group().startswith("..")


def _abbreviates(text: str, stop: int) -> bool:
    word = text[max(0, stop - 12) : stop].rpartition(" ")[2]
    if not word.isalnum():  # as few are: a pattern looked for backwards takes long
        before = _LAST_WORD.search(text, max(0, stop - 12), stop)
        word = before.group() if before else ""
    if word.lower() in _BEFORE_NUMBERS:
        return text[stop + 1 : stop + 3].strip()[:1].isdigit()
    return (len(word) == 1 and word.isupper()) or word.lower() in _ABBREVIATIONS or (len(word) > 2 and word[-2] == ".")


def _attribution_follows(text: str, place: int) -> bool:
    """Say whether the next words are a name and a cue: “What?” Smith asked."""
    match = _NAME_AND_CUE.match(text, place)
    words = match.group().split() if match else []
    return any(word.strip(".,") in cue_kinds() for word in words[1:4])

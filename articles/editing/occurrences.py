"""Where words that somebody typed or selected stand in a text, in half-open code points.

Blanks count alike, and so do straight and curly quotation marks. Of a long stretch it is enough to type how it begins
and ends, with dots between: “Nobody … told reporters”.
"""

import re
from collections.abc import Iterator
from itertools import islice

MOST = 20  # occurrences; who is shown more would choose none
MOST_TRIED = 200
GAP = re.compile(r"\s*(?:…|\.\.\.)\s*")
ALIKE = {mark: f"[{re.escape(marks)}]" for marks in ('“”„"«»', "‘’'‚") for mark in marks}

Stretch = tuple[int, int]


def occurrences(text: str, words: str) -> list[Stretch]:
    """Return where the words stand in the text, those first that cut no word; at most MOST."""
    found = list(_exact(text, words)) or list(islice(_with_gap(text, words), MOST_TRIED))
    whole = [one for one in found if not _cuts(text, one)]
    return (whole or found)[:MOST]


def _exact(text: str, words: str) -> Iterator[Stretch]:
    if words.strip():
        yield from (match.span() for match in _pattern(words).finditer(text))


def _with_gap(text: str, words: str) -> Iterator[Stretch]:
    """Yield the shortest stretches that begin with what stands before the first dots and end with what stands after."""
    head, *rest = GAP.split(words.strip(), maxsplit=1)
    tail = rest[0] if rest else ""
    if not head or not tail:
        return
    ends = _pattern(tail)
    for begin in _pattern(head).finditer(text):
        end = ends.search(text, begin.end())
        if end is None:
            return
        yield begin.start(), end.end()


def _pattern(words: str) -> re.Pattern[str]:
    pieces = ("".join(ALIKE.get(sign) or re.escape(sign) for sign in word) for word in words.split())
    return re.compile(r"\s+".join(pieces))


def _cuts(text: str, stretch: Stretch) -> bool:
    return any(0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum() for at in stretch)

"""Links that lost their mark-up and stick to a name: the name once more, in full, then headlines up to “MORE”.

“Senator Mara Lind Mara Jane LindFerries to sail again Harbour opens MORE said” says that Senator Mara Lind said. That a
name is given twice, side by side, and that the links' last word comes soon, is evidence enough.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ..findings import FoundQuotation, Passage, Span
from ..lexicons import GRAMMAR, SURNAME_STARTS

Range = tuple[int, int]  # half-open, in code points

_LONGEST = 700  # code points
_LASTS = GRAMMAR["links_end"]
_END = re.compile(rf"(?<![A-Z])(?:{'|'.join(sorted(_LASTS))})(?!\w)")
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_SMALL = "|".join(sorted(SURNAME_STARTS["within"]))
_WORDS = rf"(?:(?:[(\"“]?{_CAPITAL}\S*|{_SMALL})\s+){{0,6}}?"  # of a name
_GLUED = re.compile(  # Lind Mara Jane LindFerries
    rf"\b(?P<surname>{_CAPITAL}[\w'’-]+)\s+(?P<links>{_WORDS}(?P=surname)(?=[A-Z0-9'\"“‘$—-]))"
)
_REPEATED = re.compile(  # Mara Lind Mara Jane Lind Ferries
    rf"\b(?P<name>{_CAPITAL}[\w'’-]+)\s+(?P<surname>{_CAPITAL}[\w'’-]+)\s+(?P<links>(?P=name)\s+{_WORDS}(?P=surname)\b)"
)


def debris_in(text: str) -> list[Range]:
    """Return where links stick to names in a text, with a blank before and behind them, in order."""
    if not any(last in text for last in _LASTS):
        return []
    found, begin = [], 0
    for end in _END.finditer(text):
        window = max(begin, end.start() - _LONGEST), end.end()
        named = _GLUED.search(text, *window) or _REPEATED.search(text, *window)
        if named:
            found.append((named.start("links") - 1, end.end() + text.startswith(" ", end.end())))
        begin = end.end()
    return found


def without_debris(text: str) -> str:
    """Return the text with a blank for each letter of such links, so that all places stay."""
    for start, end in debris_in(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def cut_out_debris(quotations: Sequence[FoundQuotation], passages: Sequence[Passage]) -> tuple[FoundQuotation, ...]:
    """Return the quotations with spans that leave such links out."""
    debris = {index: found for index, passage in enumerate(passages) if (found := debris_in(passage.text))}
    if not debris:
        return tuple(quotations)
    return tuple(
        replace(one, spans=tuple(_cut(one.spans, debris)), clause=tuple(_cut(one.clause, debris))) for one in quotations
    )


def _cut(spans: Sequence[Span], debris: dict[int, list[Range]]) -> Iterator[Span]:
    """Yield what is left of each span; one that is nothing but links stays as it is."""
    for span in spans:
        inside = [(start, end) for start, end in debris.get(span.passage, ()) if span.start < end and start < span.end]
        edges = [(span.start, span.start), *inside, (span.end, span.end)]
        pieces = [(end, start) for (_, end), (start, _) in pairwise(edges) if end < start]
        yield from (Span(span.passage, start, end) for start, end in pieces) if pieces else (span,)

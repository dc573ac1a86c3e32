"""One pair of quotation marks in a text, with or without its closing mark."""

import re

from ..records import record


@record
class MarkPair:
    """One pair of marks in one text: from the opening mark's start to the closing mark's end."""

    start: int
    inner_start: int
    inner_end: int
    end: int
    closed: bool = True
    announced: bool = True  # of an open one: whether it opens speech even where no later paragraph reopens it


def pair_of(
    text: str, opened: re.Match[str], inner_end: int, end: int, *, closed: bool = True, announced: bool = True
) -> MarkPair:
    """Return the pair from an opening mark to `end`, with the blanks inside its marks left out."""
    inner_start = opened.end()
    while inner_start < inner_end and text[inner_start].isspace():
        inner_start += 1
    while inner_end > inner_start and text[inner_end - 1].isspace():
        inner_end -= 1
    return MarkPair(opened.start(), inner_start, inner_end, end, closed, announced)

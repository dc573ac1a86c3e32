"""Two wordings laid over each other word by word, as a collation of manuscripts does it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from django import template
from rapidfuzz.distance import Indel

register = template.Library()

Change = Literal["same", "added", "left out"]
TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
MOST_PAIRS = 100_000_000  # of a word here and a word there: each takes a bit of memory, and 64 of them a step


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and whether it is in both wordings or in one."""

    change: Change
    text: str

    @property
    def parts(self) -> tuple[str, str, str]:
        """The words between the blanks at their ends, which are neither underlined nor struck."""
        words = self.text.strip()
        before, _, after = self.text.partition(words) if words else (self.text, "", "")
        return before, words, after


@register.inclusion_tag("components/collation.html")
def collation(before: str, after: str) -> dict[str, Any]:
    """Show what `after` has more than `before`, and what it leaves out."""
    return {"pieces": word_diff(before, after)}


def word_diff(before: str, after: str) -> list[Piece]:
    """Return the pieces of both texts in order; what is left out is only in `before`, what is added only in `after`.

    Texts too long to be compared differ as a whole between their common beginning and end.
    """
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    old_middle, new_middle = old[start : len(old) - end], new[start : len(new) - end]
    pieces = [
        Piece("same", "".join(old[:start])),
        *_differing(old_middle, new_middle),
        Piece("same", "".join(old[len(old) - end :])),
    ]
    return [piece for piece in pieces if piece.text]


def _shared(old: list[str], new: list[str]) -> int:
    """Return with how many equal tokens both begin."""
    differing = (n for n, (one, other) in enumerate(zip(old, new, strict=False)) if one != other)
    return next(differing, min(len(old), len(new)))


def _differing(old: list[str], new: list[str]) -> Iterator[Piece]:
    """Yield the pieces of what is not common at the ends; blanks alone are no likeness."""
    if len(old) * len(new) > MOST_PAIRS:
        yield from _changed("".join(old), "".join(new))
        return
    left_out = added = ""
    for block in Indel.opcodes(old, new):
        before, after = "".join(old[block.src_start : block.src_end]), "".join(new[block.dest_start : block.dest_end])
        if block.tag == "equal" and not before.isspace():
            yield from _changed(left_out, added)
            yield Piece("same", before)
            left_out = added = ""
        else:
            left_out, added = left_out + before, added + after
    yield from _changed(left_out, added)


def _changed(left_out: str, added: str) -> tuple[Piece, Piece]:
    return Piece("left out", left_out), Piece("added", added)

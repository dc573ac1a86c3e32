"""Two wordings laid over each other word by word, as a collation of manuscripts does it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from django import template

register = template.Library()

Change = Literal["same", "added", "left out"]
TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
MOST_PAIRS = 10_000  # of a word and the same word in the other text: what the comparison's time grows with


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

    Texts that repeat themselves so much that comparing them could take long differ as a whole between their common
    beginning and end.
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
    if _pairs(old, new) > MOST_PAIRS:
        yield Piece("left out", "".join(old))
        yield Piece("added", "".join(new))
        return
    for kind, i, i_end, j, j_end in SequenceMatcher(str.isspace, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Piece("same", "".join(new[j:j_end]))
        else:
            yield Piece("left out", "".join(old[i:i_end]))
            yield Piece("added", "".join(new[j:j_end]))


def _pairs(old: list[str], new: list[str]) -> int:
    """Count the pairs of equal words, one in each text; blanks are not compared."""
    here, there = (Counter(token for token in tokens if not token.isspace()) for tokens in (old, new))
    return sum(times * there[token] for token, times in here.items())

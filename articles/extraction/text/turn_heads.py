"""How a turn of a transcript begins: the speaker's name and a colon first in its paragraph, "NOVAK: Thank you."

In: the text of a paragraph. Out: its `TurnHead`.
"""

import re

from ..records import record

_HEAD = re.compile(
    r"[\"“]?(?:\(\(([^()\n]{2,40})\)\)\s?:?\s{0,3}(?=\S)"  # ((Name)), as wikis set it
    r"|([^\W\d_a-z][\w.’'-]{1,30}(?: [\w.’'()-]{1,30}){0,5}):\s{1,3}(?=\S)"
    r"|([QA])[:.]\s{1,3}(?=\S))"  # of questions and answers
)


@record
class TurnHead:
    """The name that begins a turn, its half-open range, and where the words begin."""

    name: str
    start: int
    end: int
    words: int
    bracketed: bool

    @property
    def in_capitals(self) -> bool:
        """Say whether the name is written in capitals, as transcripts do; other names must be known as people."""
        return self.name.isupper()

    @property
    def is_letter(self) -> bool:
        """Say whether it is the letter of a question or an answer, which names nobody."""
        return len(self.name) == 1


def turn_head(text: str) -> TurnHead | None:
    """Return how a text begins as a turn, None where it does not."""
    match = _HEAD.match(text)
    if match is None:
        return None
    group = match.lastindex or 0
    return TurnHead(match.group(group), *match.span(group), match.end(), group == 1)

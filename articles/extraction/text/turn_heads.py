"""How a turn of a transcript begins: the speaker's name and a colon first in its paragraph, "NOVAK: Thank you."

In: the text of a paragraph. Out: the match, whose first group is the name and whose end is where the words begin.
"""

import re

_HEAD = re.compile(r"[\"“]?([^\W\d_a-z][\w.’'-]{1,30}(?: [\w.’'()-]{1,30}){0,5}):\s{1,3}(?=\S)")


def turn_head(text: str) -> re.Match[str] | None:
    """Return how a text begins as a turn, None where it does not."""
    return _HEAD.match(text)


def stands_in_capitals(head: re.Match[str]) -> bool:
    """Say whether the name is written in capitals, as transcripts do; other names must be known as people."""
    return head.group(1).isupper()

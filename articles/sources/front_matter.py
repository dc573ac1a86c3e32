"""The metadata that may open a plain-text file: `key: value` lines between two lines of three hyphens.

    ---
    title: Harbour bridge to close for a year
    authors: Ama Boateng, Li Na
    published: 2024-03-05T09:30+01:00
    publisher: The Harbour Times
    ---

The lines have the form of an e-mail's headers, so Python's own reader of those reads them: a value may hold colons,
and goes on over lines that begin with a blank. A list may stand in brackets or, as in YAML, an item a line after a
hyphen. A YAML parser would take more from people than it gives them: to it `title: Macron: we go` is an error, and
`id: 0123` is the number 83.
"""

import re
from dataclasses import dataclass
from email.parser import HeaderParser

from .cleaning import one_line

FENCE = "---"
LIST_ITEM = re.compile(r"^[ \t]*-[ \t]+", re.MULTILINE)
LONGEST = 20_000  # characters
# The words people use → the one the archive uses.
KEYS = {
    "id": "source_id",
    "url": "url",
    "title": "title",
    "headline": "title",
    "standfirst": "standfirst",
    "subtitle": "standfirst",
    "byline": "byline",
    "author": "byline",
    "authors": "byline",
    "published": "published",
    "date": "published",
    "publisher": "publisher",
    "source": "publisher",
    "section": "section",
    "language": "language",
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The values by the archive's names, the text after the metadata, and what was not understood."""

    values: dict[str, str]
    text: str
    remarks: tuple[str, ...] = ()


def split_front_matter(text: str) -> FrontMatter:
    """Take the metadata off the head of a file's text; a text without any comes back whole."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return FrontMatter({}, text)
    end = next((n for n, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE), None)
    if end is None:
        return FrontMatter(
            {}, text, ("line 1 opens a front matter that is never closed by “---”; it was read as text",)
        )
    head = "\n".join(lines[1:end])
    if len(head) > LONGEST:
        return FrontMatter({}, text, (f"the front matter is over {LONGEST:,} characters long and was read as text",))
    return _understood(head, "\n".join(lines[end + 1 :]))


def _understood(head: str, text: str) -> FrontMatter:
    values: dict[str, str] = {}
    remarks = []
    message = HeaderParser().parsestr(LIST_ITEM.sub(" - ", head))
    for key, value in message.items():
        name = KEYS.get(key.strip().lower())
        if name is None:
            remarks.append(f"the front matter's “{key}” is not a name that is known here, and was left out")
        elif name in values:
            remarks.append(f"the front matter gives “{key}” twice; the first was taken")
        else:
            values[name] = _plain(str(value))
    left = str(message.get_payload()).strip()
    if left:
        remarks.append(
            f"the front matter's “{left.splitlines()[0][:60]}” is not “key: value”; it and what follows was left out"
        )
    return FrontMatter(values, text, tuple(remarks))


def _plain(value: str) -> str:
    """Take the marks off a value in quotes and off a list, whether in brackets or an item a line."""
    if LIST_ITEM.match(value.strip()):
        return ", ".join(_plain(item) for item in LIST_ITEM.split(value) if item.strip())
    value = one_line(value)
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_plain(item) for item in value[1:-1].split(","))
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" and value.count(value[0]) == 2
    return value[1:-1] if quoted else value

"""A citation as one plain line, and the same in Markdown with the title as a link."""

import re

from django.utils.dateformat import format as written

from articles.bibliography.items import ARCHIVE
from desk.citations.cited import Cited

MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#+|~!&-])")  # signs that may begin mark-up
NUMBERED = re.compile(r"^(\d+)([.)])")


def plain(cited: Cited) -> str:
    """Return one line: “Title”, byline, publisher, date. Newsroom, address, accessed 29 November 2026."""
    line = _upper_first(", ".join((cited.title, *cited.facts)), cited)
    return f"{_said(cited.words, cited.speaker)}{line}. {ARCHIVE}, {cited.address}, accessed {_day(cited)}."


def markdown(cited: Cited) -> str:
    """Return the same in CommonMark; a quotation's words are a block quote. Nothing of what is cited is mark-up."""
    title = f"[{_escaped(_upper_first(cited.title, cited))}](<{_link(cited.address)}>)"
    line = ", ".join((title, *map(_escaped, cited.facts)))
    said = f"> {_escaped(cited.words)}\n>\n> — {_escaped(cited.speaker)}, quoted in " if cited.words else ""
    return f"{said}{line}. {ARCHIVE}, accessed {_day(cited)}."


def _said(words: str, speaker: str) -> str:
    return f"{words} – {speaker}, quoted in " if words else ""


def _day(cited: Cited) -> str:
    return written(cited.accessed, "j F Y")


def _upper_first(line: str, cited: Cited) -> str:
    return line if cited.words else f"{line[0].upper()}{line[1:]}"


def _escaped(text: str) -> str:
    """Return a text that Markdown takes for itself, on one line."""
    return NUMBERED.sub(r"\1\\\2", MARKDOWN.sub(r"\\\1", " ".join(text.split())))


def _link(address: str) -> str:
    return address.replace("\\", "%5C").replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")

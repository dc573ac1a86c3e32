"""What a style makes of what is cited: its entry in a list of references, and its short form or note.

The processor (citeproc-py) escapes nothing that it is given. So it is asked for neither HTML nor text, but for text in
which signs of Unicode's private use stand where italics and a title begin and end; none is left in an item before. Then
all is escaped, and the signs alone become elements, or nothing.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from types import SimpleNamespace

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from articles.bibliography import CslItem
from articles.bibliography.authors import CslName
from desk.citations.cited import SINGLE, Cited
from desk.citations.styles import Style, loaded

ITALIC, ROMAN, TITLE, TITLE_END = "\ue000", "\ue001", "\ue002", "\ue003"
ELEMENTS = {ITALIC: "<i>", ROMAN: "</i>", TITLE: '<bdi dir="auto">', TITLE_END: "</bdi>"}
SIGNS = re.compile("[\ue000-\ue003]")
PRIVATE = re.compile("[\ue000-\uf8ff]")
STOP_BEHIND_STOP = re.compile(f"(?<=[.?!…。？！])({TITLE_END}[{ROMAN}]?)[.,]")
STRAIGHT_QUOTES = re.compile(r'"([^"]*)"')
SHORT_TITLE = 6  # words
RENDERING = Lock()  # a style is one tree for all threads


@dataclass(frozen=True, slots=True)
class Typeset:
    """A citation as a style sets it."""

    marked: str

    @property
    def text(self) -> str:
        """The citation as text alone."""
        return SIGNS.sub("", self.marked)

    @property
    def html(self) -> SafeString:
        """The citation as HTML: what comes from outside is escaped, titles keep their own direction."""
        escaped = str(escape(self.marked))
        return mark_safe(SIGNS.sub(lambda sign: ELEMENTS[sign[0]], escaped))  # noqa: S308 -- only signs become elements


@dataclass(frozen=True, slots=True)
class StyledCitation:
    """The two forms of a citation in a style."""

    style: Style
    reference: Typeset
    short: Typeset


def in_style(style: Style, cited: Cited) -> StyledCitation:
    """Set what is cited in a style."""
    from citeproc import Citation, CitationItem, CitationStylesBibliography, Locator
    from citeproc.source.json import CiteProcJSON

    item = _prepared(style, cited.item)
    place = {"locator": Locator("paragraph", str(cited.number))} if cited.number else {}
    quoted = {"prefix": style.quoted_in.format(_plain(cited.speaker_name))} if cited.speaker_name else {}
    citation = Citation([CitationItem(item["id"], **place, **quoted)])
    with RENDERING:
        works = CitationStylesBibliography(loaded(style.key), CiteProcJSON([item]), FORMATTER)
        works.register(citation)
        reference, short = str(works.bibliography()[0]), str(works.cite(citation, _unknown))
    return StyledCitation(style, _tidied(_with_comma_before_others(reference)), _tidied(short))


def _unknown(item: object) -> None:
    raise LookupError(f"{item} is not among the works that are cited.")


def _prepared(style: Style, item: CslItem) -> dict[str, object]:
    """Return an item as the processor takes it: no signs that stand for mark-up but around its title."""
    title = _plain(item["title"])
    prepared: dict[str, object] = dict(item)
    for name in ("container-title", "archive"):
        if name in item:
            prepared[name] = _plain(item[name])
    prepared["title"] = _whole(_with_single_quotes(title) if style.title_in_quotes else title)
    prepared["title-short"] = _whole(_with_single_quotes(_shortened(title)))
    prepared["author"] = [_name(name) for name in item.get("author", ())]
    prepared.pop("note", None)
    prepared.pop("section", None)
    return {name: value for name, value in prepared.items() if value}


def _plain(text: str) -> str:
    return PRIVATE.sub("", text)


def _whole(title: str) -> str:
    return f"{TITLE}{title}{TITLE_END}"


def _name(name: CslName) -> dict[str, str]:
    """Return a name; whole where its script has no capitals, since initials are made by those."""
    parts = {part: _plain(str(words)) for part, words in name.items()}
    given, family = parts.get("given", ""), parts.get("family", "")
    if "literal" not in parts and given.lower() == given.upper():
        return {"literal": " ".join(filter(None, [given, parts.get("non-dropping-particle", ""), family]))}
    return parts


def _with_single_quotes(title: str) -> str:
    """Return a title that is to stand between double marks: those within it are single ones."""
    return STRAIGHT_QUOTES.sub(r"‘\1’", title).translate(SINGLE)


def _shortened(title: str) -> str:
    """Return a title's first words, for a note in the text: what stands before a colon, six words at the most."""
    words = title.partition(": ")[0].split()
    return " ".join(words[:SHORT_TITLE]).rstrip(",;:–- ")


def _with_comma_before_others(reference: str) -> str:
    """Write “Lind, Mara, et al.” in a list, where the first name is turned: the processor knows no such comma."""
    names, sign, rest = reference.partition(TITLE)
    return names.replace(" et al.", ", et al.") + sign + rest


def _tidied(text: str) -> Typeset:
    """Take away a full stop or comma behind a title that ends with a sign of its own."""
    return Typeset(STOP_BEHIND_STOP.sub(r"\1", text))


def _italic(text: object) -> str:
    return f"{ITALIC}{text}{ROMAN}"


def _as_it_is(text: object) -> str:
    return str(text)


_PLAIN = ("Oblique", "Bold", "Light", "Underline", "Superscript", "Subscript", "SmallCaps")
_kept: dict[str, Callable[[object], str]] = dict.fromkeys((*_PLAIN, "preformat"), _as_it_is)
FORMATTER = SimpleNamespace(Italic=_italic, **_kept)  # what the processor asks of a format

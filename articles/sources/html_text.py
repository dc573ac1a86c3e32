"""HTML → paragraphs of plain text, through limits first and bleach after.

The reader counts size, depth and attributes before anything is built, since a sanitiser's parser takes quadratic time
on hostile nesting; script and style go with their content. bleach then cleans the text that is left.
"""

import re
from dataclasses import dataclass, field
from html import escape, unescape
from html.parser import HTMLParser

import bleach

from articles.kinds import PassageKind

from .cleaning import one_line
from .source_article import SourceParagraph, UnreadableRecordError

LARGEST = 2_000_000  # characters
DEEPEST = 100  # open elements
MOST_ATTRIBUTES = 60  # of one element
SLICE = 2_000  # characters that bleach is given at a time

# Comments and declarations go first: Python's own parser takes quadratic time on open ones, and some make it raise.
COMMENT_START, COMMENT_END = "<!--", "-->"
DECLARATION = re.compile(r"<[!?][^<>]{0,500}>")
OPEN_DECLARATION = re.compile(r"<(?=[!?])")

CLOSED_BY_THEIR_LIKE = {"p", "li", "td", "th", "tr", "dt", "dd", "option"}
DROPPED_WITH_CONTENT = {"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "head", "title"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
KINDS = {
    "h1": PassageKind.SUBHEAD,
    "h2": PassageKind.SUBHEAD,
    "h3": PassageKind.SUBHEAD,
    "h4": PassageKind.SUBHEAD,
    "h5": PassageKind.SUBHEAD,
    "h6": PassageKind.SUBHEAD,
    "figcaption": PassageKind.CAPTION,
}
BLOCKS = {
    *KINDS, "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figure", "footer", "header",
    "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
}  # fmt: skip


def paragraphs_of_html(html: str) -> tuple[SourceParagraph, ...]:
    """Return the paragraphs of a piece of HTML as plain text.

    Raises UnreadableRecordError for HTML that is too large, too deep or has too many attributes.
    """
    if len(html) > LARGEST:
        raise UnreadableRecordError(f"the HTML is {len(html):,} characters long, {LARGEST:,} at the most are read")
    reader = _BlockReader()
    reader.feed(_elements_only(html))
    reader.close()
    return tuple(reader.finished())


def plain(data: str) -> str:
    """Return text from between tags as it is safe to keep, cleaned by bleach in slices, for its time is quadratic."""
    slices = (escape(data[n : n + SLICE]) for n in range(0, len(data), SLICE))
    return "".join(unescape(bleach.clean(part, tags=frozenset(), strip=True)) for part in slices)


def _elements_only(html: str) -> str:
    """Return the HTML without comments and declarations, in one pass over it."""
    first, *rest = html.split(COMMENT_START)
    kept = [first, *(piece.partition(COMMENT_END)[2] for piece in rest)]
    html = OPEN_DECLARATION.sub("&lt;", DECLARATION.sub("", "".join(kept)))
    whole, end, tail = html.rpartition(">")
    return whole + end + tail.replace("<", "&lt;")


@dataclass
class _Block:
    kind: PassageKind = PassageKind.BODY
    pieces: list[str] = field(default_factory=list)


class _BlockReader(HTMLParser):
    """Cuts HTML into blocks as it streams by, keeping only the text of each."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.dropping = 0
        self.block = _Block()
        self.blocks: list[_Block] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len(attrs) > MOST_ATTRIBUTES:
            raise UnreadableRecordError(f"a <{tag}> in the HTML has more than {MOST_ATTRIBUTES} attributes")
        if tag in BLOCKS:
            self.begin(KINDS.get(tag, PassageKind.BODY))
        if tag in VOID:
            return
        if tag in CLOSED_BY_THEIR_LIKE and self.open[-1:] == [tag]:
            self.open.pop()
        if len(self.open) == DEEPEST:
            raise UnreadableRecordError(f"the HTML is nested more than {DEEPEST} deep")
        self.open.append(tag)
        self.dropping += tag in DROPPED_WITH_CONTENT

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.begin(PassageKind.BODY)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while (closed := self.open.pop()) != tag:
                self.dropping -= closed in DROPPED_WITH_CONTENT
            self.dropping -= tag in DROPPED_WITH_CONTENT
        if tag in BLOCKS:
            self.begin(PassageKind.BODY)

    def handle_data(self, data: str) -> None:
        if not self.dropping:
            self.block.pieces.append(data)

    def begin(self, kind: PassageKind) -> None:
        """Close the block being read and open one of this kind."""
        self.blocks.append(self.block)
        self.block = _Block(kind)

    def finished(self) -> list[SourceParagraph]:
        """Return the blocks that hold text."""
        self.begin(PassageKind.BODY)
        texts = [(one_line(plain("".join(block.pieces))), block.kind) for block in self.blocks]
        return [SourceParagraph(text, kind) for text, kind in texts if text]

"""HTML → paragraphs of plain text: Python's parser streams over it, and its character data alone is kept.

Nothing is built but texts, so that no tag can come through, and the time is linear in the size; size, depth and
attributes have limits. Script and style go with their content. What is kept is text, which templates escape.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from articles.paragraph_kinds import PassageKind

from .cleaning import clean_text, one_line
from .source_article import SourceParagraph, UnreadableRecordError

LARGEST = 1_000_000  # characters
DEEPEST = 100  # open elements
MOST_ATTRIBUTES = 60  # of one element

# Comments and declarations go first: Python's own parser takes quadratic time on open ones, and some make it raise.
COMMENT_START, COMMENT_END = "<!--", "-->"
DECLARATION = re.compile(r"<[!?][^<>]{0,500}>")
NO_TAG = re.compile(r"<(?![a-zA-Z/])")  # text, as HTML has it, or an open declaration

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

    Raises UnreadableRecordError for HTML that is too large, too deep, has too many attributes, or characters by numbers
    that are none.
    """
    if len(html) > LARGEST:
        raise UnreadableRecordError(f"the HTML is {len(html):,} characters long, {LARGEST:,} at the most are read")
    reader = _BlockReader()
    try:
        reader.feed(_elements_only(clean_text(html)))
        reader.close()
        return tuple(reader.finished())
    except UnreadableRecordError:
        raise
    except ValueError as error:  # Python reads no number of thousands of digits
        raise UnreadableRecordError(f"the HTML can't be read: {error}") from error


def _elements_only(html: str) -> str:
    """Return the HTML without comments and declarations, in one pass over it."""
    first, *rest = html.split(COMMENT_START)
    kept = [first, *(piece.partition(COMMENT_END)[2] for piece in rest)]
    html = NO_TAG.sub("&lt;", DECLARATION.sub("", "".join(kept)))
    whole, end, tail = html.rpartition(">")
    return whole + end + tail.replace("<", "&lt;")


@dataclass
class _Block:
    kind: PassageKind = PassageKind.BODY
    pieces: list[str] = field(default_factory=list)


class _BlockReader(HTMLParser):
    """Cuts HTML into blocks as it streams by, and keeps the character data of each."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.dropping = 0
        self.block = _Block()
        self.blocks: list[_Block] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tag(tag, attrs)
        if tag in VOID:
            return
        if tag in CLOSED_BY_THEIR_LIKE and self.open[-1:] == [tag]:
            self.open.pop()
        if len(self.open) == DEEPEST:
            raise UnreadableRecordError(f"the HTML is nested more than {DEEPEST} deep")
        self.open.append(tag)
        self.dropping += tag in DROPPED_WITH_CONTENT

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tag(tag, attrs)

    def tag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, where the tag is one's."""
        if len(attrs) > MOST_ATTRIBUTES:
            raise UnreadableRecordError(f"a <{tag}> in the HTML has more than {MOST_ATTRIBUTES} attributes")
        if tag in BLOCKS:
            self.begin(KINDS.get(tag, PassageKind.BODY))

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
        if self.block.pieces:
            self.blocks.append(self.block)
        self.block = _Block(kind)

    def finished(self) -> list[SourceParagraph]:
        """Return the blocks that hold text."""
        self.begin(PassageKind.BODY)
        texts = [(one_line("".join(block.pieces)), block.kind) for block in self.blocks]
        return [SourceParagraph(text, kind) for text, kind in texts if text]

"""Plain text → one article: blocks split by blank lines, or, in a text without any, a paragraph a line.

What a block is, is told by its shape and place alone: a head (title, standfirst, byline, date) before the body, an
image's description with its caption and [credit], a subhead that ends like no sentence, a last line `Source: …`.
"""

import re
from dataclasses import dataclass, field

from articles.paragraph_kinds import PassageKind

from .cleaning import clean_text, one_line
from .dates import RecordDate, read_published
from .front_matter import FrontMatter, split_front_matter
from .source_article import SourceArticle, SourceParagraph, UnreadableRecordError

LONGEST_TITLE = 200  # characters
LONGEST_SUBHEAD = 12  # words
WRAPPED_WIDTH = range(40, 100)  # characters a line, in a text broken by hand
ENDS_SENTENCE = re.compile(r"""[.!?…:;,][”’"'»)\]]*$""")
CREDIT = re.compile(r"(?:File|Photo|Image|Credit|Picture):.+|[^/]+/[^/]+")
CREDIT_LABEL = re.compile(r"^(?:File|Photo|Image|Credit|Picture):\s*")
BYLINE = re.compile(r"(?i)by\s+(?=[^\W\d_])")
SOURCE = re.compile(r"Source:\s*(?P<publisher>\S.*)$")
AND_AGENCIES = re.compile(r"(?i)\s*(?:,|and|&)\s*(?:news\s+)?agencies$")
DATED = re.compile(r"(?i)(?:published|updated|date)?:?\s*(?=.*\d{4})")
BLANK_LINES = re.compile(r"\n[ \t]*\n[ \t\n]*")


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Lines between two blank lines."""

    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join(self.lines)

    @property
    def is_one_line(self) -> bool:
        return len(self.lines) == 1

    @property
    def ends_sentence(self) -> bool:
        return bool(ENDS_SENTENCE.search(self.text))

    @property
    def has_credit(self) -> bool:
        return bool(_caption_and_credit(self.lines[-1]))

    @property
    def is_byline(self) -> bool:
        return (
            self.is_one_line
            and len(self.text) < LONGEST_TITLE
            and bool(BYLINE.match(self.text))
            and not self.ends_sentence
        )


@dataclass(slots=True)
class PartialArticle:
    """What has been read so far of an article."""

    values: dict[str, str]
    paragraphs: list[SourceParagraph] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    dated: RecordDate = field(default_factory=RecordDate)

    def add(self, text: str, kind: PassageKind) -> None:
        self.paragraphs.append(SourceParagraph(text, kind))


def read_plain_text(text: str, place: str, file_name: str, remarks: tuple[str, ...] = ()) -> SourceArticle:
    """Return the article a file's text holds.

    Raises UnreadableRecordError when there is no text in it.
    """
    front = split_front_matter(clean_text(text))
    article = PartialArticle(dict(front.values), remarks=[*remarks, *front.remarks])
    blocks = blocks_of(front)
    article.dated = read_published(article.values.get("published", ""))
    body = _read_head(blocks, article)
    _read_body(body, article)
    if not article.paragraphs:
        raise UnreadableRecordError("there is no text in it")
    values = {name: value for name, value in article.values.items() if name != "published" and value}
    return SourceArticle(
        place=place,
        file_name=file_name,
        paragraphs=tuple(article.paragraphs),
        published=article.dated.date,
        published_doubt=article.dated.doubt,
        remarks=(*article.remarks, *article.dated.remarks),
        **values,
    )


def blocks_of(front: FrontMatter) -> list[TextBlock]:
    """Split the text into blocks; without a blank line in it, every line is a block."""
    text = front.text.strip("\n \t")
    chunks = BLANK_LINES.split(text) if BLANK_LINES.search(text) else text.split("\n")
    lines_of = (tuple(filter(None, map(one_line, chunk.split("\n")))) for chunk in chunks)
    return [TextBlock(lines) for lines in lines_of if lines]


def _read_head(blocks: list[TextBlock], article: PartialArticle) -> list[TextBlock]:
    """Take title, standfirst, byline and date off the head and return the blocks of the body."""
    left = [line for block in blocks[:2] for line in _lines_of_head(block)] + blocks[2:]
    if "title" not in article.values and _is_title(left):
        article.values["title"] = left.pop(0).text
        if "standfirst" not in article.values and _is_standfirst(left):
            article.values["standfirst"] = left.pop(0).text
    while len(left) > 1 and _is_credit_line(left[0], article):
        left.pop(0)
    return left


def _lines_of_head(block: TextBlock) -> list[TextBlock]:
    """Take apart a head that stands in one block: a byline or date among its lines tells it from a paragraph."""
    lines = [TextBlock((line,)) for line in block.lines]
    is_head = not block.has_credit and any(line.is_byline or _date_in(line) for line in lines)
    return lines if is_head else [block]


def _is_title(blocks: list[TextBlock]) -> bool:
    """A title is one short line that does not end like a sentence of the article, with text after it."""
    if len(blocks) < 2:
        return False
    first = blocks[0]
    question = first.text.rstrip("”’\"'").endswith(("?", "!"))
    return (
        first.is_one_line
        and len(first.text) <= LONGEST_TITLE
        and not first.has_credit
        and (not first.ends_sentence or question)
    )


def _is_standfirst(blocks: list[TextBlock]) -> bool:
    """Text between the title and an image or byline, or that ends like no sentence, introduces the article."""
    if len(blocks) < 2 or not blocks[0].is_one_line or blocks[0].has_credit or blocks[0].is_byline:
        return False
    if _date_in(blocks[0]):
        return False
    long_enough = len(blocks[0].text.split()) > LONGEST_SUBHEAD
    return blocks[1].has_credit or blocks[1].is_byline or (long_enough and not blocks[0].ends_sentence)


def _is_credit_line(block: TextBlock, article: PartialArticle) -> bool:
    """Take a byline or a line that is a date alone into the article, and say whether the block was one."""
    if "byline" not in article.values and block.is_byline:
        article.values["byline"] = BYLINE.sub("", block.text, count=1)
        return True
    if article.dated.date is None and (dated := _date_in(block)):
        article.dated = dated
        return True
    return False


def _date_in(block: TextBlock) -> RecordDate | None:
    """Return the date that a line is, whole; of several days, too (“Published: 03/04/2020”)."""
    label = DATED.match(block.text)
    if not block.is_one_line or not label:
        return None
    dated = read_published(block.text[label.end() :])
    return dated if dated.is_one else None


def _read_body(blocks: list[TextBlock], article: PartialArticle) -> None:
    for number, block in enumerate(blocks):
        last = number == len(blocks) - 1
        if block.has_credit:
            _read_image(block, article)
        elif last and len(block.text) < LONGEST_TITLE and (source := SOURCE.match(block.text)):
            article.values.setdefault("publisher", AND_AGENCIES.sub("", source["publisher"]))
            article.add(block.text, PassageKind.NOTE)
        elif _is_subhead(block) and not last and number:
            article.add(block.text, PassageKind.SUBHEAD)
        else:
            for text in _unwrapped(block):
                article.add(text, PassageKind.BODY)


def _read_image(block: TextBlock, article: PartialArticle) -> None:
    """The last line is the caption with its credit; what stands above describes the picture."""
    *description, line = block.lines
    if description:
        article.add(" ".join(description), PassageKind.IMAGE_DESCRIPTION)
    caption, credit = _caption_and_credit(line) or (line, "")
    for text, kind in ((caption, PassageKind.CAPTION), (CREDIT_LABEL.sub("", credit), PassageKind.CREDIT)):
        if text:
            article.add(text, kind)


def _caption_and_credit(line: str) -> tuple[str, str] | None:
    """Take the credit in square brackets off the end of a line; a bracket that holds none is left where it is."""
    if not line.endswith("]"):
        return None
    caption, _, credit = line[:-1].rpartition("[")
    return (caption.rstrip(), credit) if CREDIT.fullmatch(credit) and "]" not in credit else None


def _is_subhead(block: TextBlock) -> bool:
    return block.is_one_line and len(block.text.split()) <= LONGEST_SUBHEAD and not block.ends_sentence


def _unwrapped(block: TextBlock) -> list[str]:
    """Join lines that were broken at a width; other lines of a block are paragraphs of their own."""
    broken = all(len(line) in WRAPPED_WIDTH and not ENDS_SENTENCE.search(line) for line in block.lines[:1])
    wide = all(len(line) < WRAPPED_WIDTH.stop for line in block.lines)
    return [block.text] if broken and wide else list(block.lines)

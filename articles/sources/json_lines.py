"""JSON lines: one article a line, as an object.

Keys: id, url, title, standfirst, authors (a list) or byline, published, source or publisher, section, language, and
the text as `paragraphs` (a list of plain texts) or `html`. Other keys (such as `origin`) are left alone.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from .cleaning import one_line
from .dates import read_published
from .files import LONGEST_LINE
from .html_text import paragraphs_of_html
from .source_article import LONGEST, RecordProblem, SourceArticle, SourceParagraph, UnreadableRecordError

TEXT_KEYS = ("id", "url", "title", "standfirst", "byline", "published", "source", "publisher", "section", "language")


def read_json_lines(lines: Iterable[bytes], name: str) -> Iterator[SourceArticle | RecordProblem]:
    """Yield a record or a problem for each line that is not blank."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        place = f"{name}, line {number}"
        try:
            yield read_line(line, place, name)
        except UnreadableRecordError as error:
            yield RecordProblem(place, str(error))


def read_line(line: bytes, place: str, name: str) -> SourceArticle:
    """Return the article of one line.

    Raises UnreadableRecordError, with a sentence, for a line that cannot be one.
    """
    record = _object(line)
    values = {key: _text(record, key) for key in TEXT_KEYS}
    paragraphs = _paragraphs(record)
    dated = read_published(values["published"])
    return SourceArticle(
        place=place,
        file_name=name,
        paragraphs=paragraphs,
        source_id=values["id"] or _id_of(values["url"]),
        url=values["url"],
        title=values["title"],
        standfirst=values["standfirst"],
        byline=values["byline"] or ", ".join(_list(record, "authors")),
        publisher=values["publisher"] or values["source"],
        published=dated.date,
        published_doubt=dated.doubt,
        section=values["section"],
        language=values["language"],
        remarks=dated.remarks,
    )


def _id_of(url: str) -> str | None:
    """Return what names an article that has an address but no id; an address too long to be an id is hashed."""
    return hashlib.sha256(url.encode()).hexdigest() if len(url) > LONGEST["source_id"] else url or None


def _object(line: bytes) -> dict[str, Any]:
    if len(line) > LONGEST_LINE:
        raise UnreadableRecordError(f"the line is {len(line):,} bytes long, {LONGEST_LINE:,} at the most are read")
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableRecordError(f"byte {error.start} of the line is not UTF-8") from error
    except json.JSONDecodeError as error:
        raise UnreadableRecordError(f"the line is not JSON: {error.msg} at character {error.pos}") from error
    except (RecursionError, ValueError) as error:
        raise UnreadableRecordError("the line is nested too deep, or holds a number too long, to be read") from error
    if not isinstance(record, dict):
        raise UnreadableRecordError("the line is not a JSON object")
    return record


def _text(record: dict[str, Any], key: str) -> str:
    value = record.get(key)
    if value is None:
        return ""
    if key == "id" and isinstance(value, int):
        value = str(value)
    if not isinstance(value, str):
        raise UnreadableRecordError(f"“{key}” is not a text")
    return one_line(value)


def _list(record: dict[str, Any], key: str) -> list[str]:
    value = record.get(key)
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise UnreadableRecordError(f"“{key}” is not a list of texts")
    return [text for text in map(one_line, value) if text]


def _paragraphs(record: dict[str, Any]) -> tuple[SourceParagraph, ...]:
    html = record.get("html")
    if html is not None and not isinstance(html, str):
        raise UnreadableRecordError("“html” is not a text")
    texts = _list(record, "paragraphs")
    paragraphs = tuple(SourceParagraph(text) for text in texts) or paragraphs_of_html(html or "")
    if not paragraphs:
        raise UnreadableRecordError("there is no text in it: “paragraphs” or “html” is missing or empty")
    return paragraphs

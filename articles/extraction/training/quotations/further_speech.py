"""Further lessons about marked words: articles of the archive of which only this was annotated, speech or a term.

`marked_words.jsonl` beside this module keeps the places alone, since the texts belong to their papers. A line is
{"id", "sha256", "speech": [[start, end], …], "terms": […], "doubtful": […]}: half-open code points of the article's
title, standfirst and paragraphs, joined by blank lines, and the beginning of that text's SHA-256.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from ... import extract
from ...decisions import Decisions
from ...findings_json import passages_of
from .gold import GoldArticle, GoldQuotation, trimmed
from .teacher import Lesson, Teacher

MARKED_WORDS = Path(__file__).parent / "marked_words.jsonl"
DIGEST = 16  # characters that are kept of a text's SHA-256

Places = dict[str, list[list[int]]]


def speech_lessons(articles: Path, marked_words: Path = MARKED_WORDS) -> Iterator[Lesson]:
    """Yield lessons for the decision `speech` from those articles of a file (gzipped JSON lines) that are annotated.

    Articles whose text is another one by now teach nothing. Raises OSError where a file is missing, or ValueError with
    the line that is no article.
    """
    annotated = {place["id"]: place for place in map(json.loads, marked_words.read_text("utf-8").splitlines())}
    with gzip.open(articles, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                read = json.loads(line)
                key = read["id"]
            except (ValueError, KeyError, TypeError) as problem:
                raise ValueError(f"{articles.name}, line {number} is no article with “id”") from problem
            if key in annotated and digest_of(text := text_of(read)) == annotated[key]["sha256"]:
                yield from _lessons_of(key, text, annotated[key])


def text_of(article: Mapping[str, object]) -> str:
    """Return the text that places are of: title, standfirst and paragraphs, as far as there are any."""
    paragraphs = article.get("paragraphs")
    values = [article.get("title"), article.get("standfirst"), *(paragraphs if isinstance(paragraphs, list) else [])]
    return "\n\n".join(str(value) for value in values if value)


def digest_of(text: str) -> str:
    """Return the beginning of a text's SHA-256, which tells whether places are still those of its words."""
    return hashlib.sha256(text.encode()).hexdigest()[:DIGEST]


def _lessons_of(key: str, text: str, places: Places) -> list[Lesson]:
    words = [*_marked(text, places["speech"]), *_marked(text, places["doubtful"], doubtful=True)]
    passages, offsets = passages_of(text)
    teacher = Teacher(GoldArticle(key, text, tuple(words)), offsets)
    extract(passages, decisions=Decisions(speech=teacher.decisions().speech))
    return teacher.lessons


def _marked(text: str, places: list[list[int]], *, doubtful: bool = False) -> Iterator[GoldQuotation]:
    for start, end in places:
        at = trimmed(text, start, end)
        yield GoldQuotation(*at, marked=True, doubtful=doubtful, kind="none", name="", words="")

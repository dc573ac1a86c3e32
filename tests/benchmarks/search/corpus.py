"""What is searched in the benchmarks: real paragraphs with plausible facts, any number of them.

The 12,367 articles of shared/data/articles give texts, publishers, dates, bylines and sections; after the last one they
come again under new ids. Quotations are what stands between quotation marks. People and countries are drawn by lot, as
news names them: the n-th of 30,000 people 1/n as often as the first (Zipf), countries likewise. The same number of
paragraphs is the same corpus each time, and a smaller one is the beginning of a larger one.
"""

import gzip
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import accumulate
from pathlib import Path
from typing import Any

from articles.names.identity import name_identity
from articles.names.sections import section_identity, section_name
from search.engines.port import Batch, Document
from search.language.analysis import all_words

ARTICLES = Path(__file__).resolve().parents[4] / "shared" / "data" / "articles" / "articles.jsonl.gz"
QUOTED = re.compile("“([^”]{20,})”")
PEOPLE = 30_000
CODES = (
    "US", "GB", "CN", "RU", "UA", "FR", "DE", "IL", "IR", "IQ", "SY", "IN", "PK", "AF", "JP", "KR",
    "KP", "TR", "SA", "EG", "MX", "CA", "BR", "AU", "ZA", "NG", "KE", "PL", "IT", "ES", "PT", "GR",
)  # fmt: skip
ARTICLES_A_BATCH = 200  # as a sync takes them
JOURNAL_MARK = "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945"  # the fingerprint of an empty journal


@dataclass(frozen=True)
class Piece:
    """One article as the benchmarks have it: what a database keeps of it, and its documents."""

    id: int
    title: str
    byline: str
    section: str
    publisher: int
    house: str
    published: str
    documents: list[Document]


class Lots:
    """Draws people and countries, alike each time."""

    def __init__(self) -> None:
        self.random = random.Random(1)  # noqa: S311  drawn alike each time
        self.people = list(accumulate(1 / rank for rank in range(1, PEOPLE + 1)))
        self.countries = list(accumulate(1 / rank for rank in range(1, len(CODES) + 1)))

    def some_people(self, weights: tuple[int, ...]) -> tuple[int, ...]:
        """Draw different people; `weights` say how often there are none, one, two, ..."""
        many = self._how_many(weights)
        return tuple(sorted(set(self.random.choices(range(1, PEOPLE + 1), cum_weights=self.people, k=many))))

    def some_countries(self, weights: tuple[int, ...]) -> tuple[str, ...]:
        """Draw different countries."""
        many = self._how_many(weights)
        return tuple(sorted(set(self.random.choices(CODES, cum_weights=self.countries, k=many))))

    def _how_many(self, weights: tuple[int, ...]) -> int:
        return self.random.choices(range(len(weights)), weights)[0]


def pieces(paragraphs: int) -> Iterator[Piece]:
    """Yield articles until there are that many paragraphs; the last one is whole."""
    houses: dict[str, int] = {}
    sections: dict[str, int] = {"": 0}
    lots, number, article = Lots(), 0, 0
    while True:
        for result in _result():
            if number >= paragraphs:
                return
            article += 1
            house = houses.setdefault(name_identity(result["source"] or ""), len(houses) + 1)
            section = sections.setdefault(section_identity(result["section"] or ""), len(sections))
            piece = _piece(result, article, number, house, section or None, lots)
            number = piece.documents[-1].paragraph
            yield piece


def batches(found: Iterator[Piece]) -> Iterator[Batch]:
    """Lay articles together as a rebuild does."""
    together: list[Piece] = []
    for piece in found:
        together.append(piece)
        if len(together) == ARTICLES_A_BATCH:
            yield _batch(together)
            together = []
    if together:
        yield _batch(together)


def _batch(together: list[Piece]) -> Batch:
    documents = [document for piece in together for document in piece.documents]
    return Batch(frozenset(piece.id for piece in together), documents, 0, JOURNAL_MARK)


def _result() -> Iterator[dict[str, Any]]:
    with gzip.open(ARTICLES, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _piece(result: dict[str, Any], article: int, last: int, publisher: int, section: int | None, lots: Lots) -> Piece:
    byline = ", ".join(result["authors"] or ())
    day = _day(result["published"])
    common = {
        "article": article, "revision": 1, "publisher": publisher, "day": day, "story": article,
        "published": datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None,
        "authors": tuple(sorted(all_words(byline))), "section": section,
    }  # fmt: skip
    texts = [("title", result["title"] or "…"), *(("body", text) for text in result["paragraphs"] if text)]
    documents = [
        document
        for number, (part, text) in enumerate(texts, last + 1)
        for document in _documents(number, part, text, common, lots)
    ]
    iso = day.isoformat() if day else ""
    named = section_name(result["section"] or "")
    return Piece(article, texts[0][1], byline, named, publisher, result["source"] or "", iso, documents)


def _documents(number: int, part: str, text: str, common: dict[str, Any], lots: Lots) -> Iterator[Document]:
    """One paragraph's document, and those of its quotations."""
    said = QUOTED.findall(text)[:99]
    facts = common | {
        "paragraph": number, "kind": part, "has_quotation": bool(said),
        "people": lots.some_people((4, 3, 2, 1)), "countries": lots.some_countries((3, 3, 1)),
        "speakers": lots.some_people((1, 6)) if said else (), "about": lots.some_people((3, 2)) if said else (),
        "about_countries": lots.some_countries((3, 1)) if said else (),
    }  # fmt: skip
    yield Document(unit="paragraphs", id=number, text=text, **facts)
    for place, quoted in enumerate(said):
        yield Document(unit="quotations", id=number * 100 + place, text=quoted, **facts)


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None

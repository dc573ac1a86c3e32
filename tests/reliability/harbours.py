"""Rounds of documents: all of an index is of one round, so a half-written one can be told from a whole one."""

from datetime import UTC, date, datetime

from search.engines.port import Batch, Document, Engine, EngineRequest
from search.language.ast import Word

ARTICLES, PARAGRAPHS = 24, 5  # of a round
TEXT = (
    "Round{number} of the talks: ferry {place} of {all} lay at quay {quay} in Lisbon. “Nobody in this harbour waited "
    "for the tide as long as the ferries and the ferrymen of boat {place} did,” the harbour master said."
)


def round_of(number: int, articles: range = range(1, ARTICLES + 1)) -> Batch:
    """Return the batch that brings all these articles to a round; each of their texts has the word "round7"."""
    documents = [document for article in articles for document in _documents(article, number)]
    return Batch(frozenset(articles), documents, number, f"mark {number}")


def halves(number: int) -> list[Batch]:
    """Return the same round in two batches, as a rebuild takes it."""
    return [round_of(number, range(1, ARTICLES // 2)), round_of(number, range(ARTICLES // 2, ARTICLES + 1))]


def round_held(engine: Engine) -> int:
    """Return the round that an index holds, having proved that it holds all of it and nothing else."""
    engine.check()
    number = engine.state().reached
    assert engine.state().journal_fingerprint == f"mark {number}"
    assert count(engine, f"round{number}") == count(engine, "harbour") == ARTICLES * PARAGRAPHS
    assert {one.article: one.revisions for one in engine.iter_articles()} == {
        article: frozenset([number]) for article in range(1, ARTICLES + 1)
    }
    return number


def count(engine: Engine, word: str) -> int:
    """Return how many paragraphs have a word."""
    return engine.search(EngineRequest(Word(word))).documents


def _documents(article: int, number: int) -> list[Document]:
    day = date(2010 + article % 12, 1 + article % 12, 1)
    paragraphs = [
        Document(
            unit="paragraphs",
            id=article * 100 + place,
            article=article,
            revision=number,
            paragraph=article * 100 + place,
            kind="body" if place else "title",
            text=TEXT.format(number=number, place=place, all=PARAGRAPHS, quay=article),
            publisher=1 + article % 3,
            published=datetime(day.year, day.month, day.day, tzinfo=UTC),
            day=day,
            has_quotation=place == 1,
            people=(article % 7 + 1, 90 + place),
            countries=("PT", "MA")[: 1 + place % 2],
            speakers=(article % 7 + 1,) if place == 1 else (),
            story=article,
        )
        for place in range(PARAGRAPHS)
    ]
    return [*paragraphs, _said(paragraphs[1])]


def _said(paragraph: Document) -> Document:
    return Document(
        **{name: getattr(paragraph, name) for name in Document.__slots__}
        | {"unit": "quotations", "text": paragraph.text.split("“")[1].split("”")[0]}
    )

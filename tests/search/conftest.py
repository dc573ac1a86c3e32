"""A small index of the tests' own, filled without a database."""

from datetime import UTC, datetime

import pytest

from search.engines.port import Batch, Document, EngineRequest, Filters
from search.engines.whoosh_engine.engine import WhooshEngine
from search.language.reading import read


@pytest.fixture
def engine(tmp_path) -> WhooshEngine:
    """An engine on an empty folder."""
    return WhooshEngine(tmp_path / "engine", wait_for_writer=0)


@pytest.fixture
def document():
    """Build a paragraph document: `document(article, id, text, year=2020, …)`."""

    def build(article: int, number: int, text: str, year: int | None = 2020, **values) -> Document:
        published = datetime(year, 6, 1, tzinfo=UTC) if year else None
        told = {"unit": "paragraphs", "revision": 1, "paragraph": number, "part": "body", "published": published}
        return Document(article=article, id=number, text=text, **(told | values))

    return build


@pytest.fixture
def fill(engine):
    """Build the index from documents: `fill(document, …)`."""

    def filled(*documents: Document, reached: int = 1) -> WhooshEngine:
        engine.rebuild([batch_of(*documents, reached=reached)], reached)
        return engine

    return filled


def batch_of(*documents: Document, reached: int = 1) -> Batch:
    """A batch that replaces the articles of these documents."""
    return Batch(frozenset(document.article for document in documents), documents, reached)


@pytest.fixture
def batch():
    """Make a batch of documents."""
    return batch_of


@pytest.fixture
def ask(engine):
    """Search by words: `ask("tax", people={3}, sort="newest")` gives the answer."""

    def asked(words: str = "", unit="paragraphs", after=None, before=None, choices=None, **request):
        chosen = {facet: frozenset(values) for facet, values in (choices or {}).items()}
        query = read(words).query
        return engine.search(EngineRequest(query, unit, Filters(chosen, after, before), **request))

    return asked


@pytest.fixture
def found(ask):
    """Search by words and return the ids of the paragraphs found, in order of the answer."""

    def numbers(*args, **kwargs) -> list[int]:
        return [hit.paragraph for group in ask(*args, **kwargs).groups for hit in group.hits]

    return numbers

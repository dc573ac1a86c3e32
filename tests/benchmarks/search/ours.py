"""The archive's own engines, through the port, with highlights of what a page shows."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from search.engines import make_engine
from search.engines.port import EngineRequest, Filters
from search.language.ast import Query
from search.language.highlighting import highlight, highlight_terms
from tests.benchmarks.search.archive import paragraph_texts
from tests.benchmarks.search.corpus import JOURNAL_MARK, Piece, batches
from tests.benchmarks.search.queries import Question


class Ours:
    """One of the engines by its name."""

    lacks: frozenset[str] = frozenset()

    def __init__(self, name: str, folder: Path) -> None:
        self.engine = make_engine(name, folder)
        self.archive = folder.parent / "archive.sqlite3"

    def build(self, pieces: Iterator[Piece]) -> None:
        self.engine.rebuild(batches(pieces), 0, JOURNAL_MARK)

    def ask(self, question: Question) -> int:
        answer = self.engine.search(EngineRequest(question.query, filters=question.filters, collapse=True))
        marks = highlight_terms(question.query)
        for text in self._shown([hit.paragraph for group in answer.groups for hit in group.hits]):
            highlight(marks, text)
        return answer.documents

    def _shown(self, paragraphs: list[int]) -> list[str]:
        with sqlite3.connect(self.archive) as database:
            return paragraph_texts(database, paragraphs)

    def best_articles(self, query: Query, without: Filters) -> list[int]:
        asked = EngineRequest(query, filters=without, facets=(), timeline=False)
        return [int(group.value) for group in self.engine.search(asked).groups]

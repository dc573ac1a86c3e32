"""What is measured: an engine of the archive or a bare library, each behind the same few words."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from search.engines.port import Filters
from search.language.ast import Query
from tests.benchmarks.search.corpus import Piece
from tests.benchmarks.search.queries import Question

TOP, VALUES = 10, 30  # results of a page, values of a facet


class Contender(Protocol):
    """An index in a folder, built once and then asked."""

    lacks: frozenset[str]  # kinds of questions that it has no way to answer

    def __init__(self, folder: Path) -> None:
        """Take a folder; nothing is read until it is asked."""

    def build(self, pieces: Iterator[Piece]) -> None:
        """Index all documents: paragraphs, and quotations too."""

    def ask(self, question: Question) -> int:
        """Find the first page with highlights, and the counts of all facets; return how many paragraphs there are."""

    def best_articles(self, query: Query, without: Filters) -> list[int]:
        """Return the first ten articles for a query, the best first."""

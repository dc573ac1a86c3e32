"""The engines that have to conform, each made by its name."""

from pathlib import Path

from search import engines
from search.engines.port import Batch, Document, Engine

NAMES = tuple(engines.ENGINES)


def make(name: str, path: Path, wait_for_writer: float = 0) -> Engine:
    """Make an engine on a folder; it does not wait for other writers unless told to."""
    return engines.make_engine(name, path, wait_for_writer=wait_for_writer)


def batch_of(*documents: Document, reached: int = 1) -> Batch:
    """A batch that replaces the articles of these documents."""
    return Batch(frozenset(document.article for document in documents), documents, reached)

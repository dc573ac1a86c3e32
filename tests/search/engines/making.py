"""The engines that have to conform, each made by its name; one whose package is missing is skipped, except in CI."""

import os
from importlib.util import find_spec
from pathlib import Path

import pytest

from search import engines
from search.engines.port import Batch, Document, Engine

PACKAGES = {"whoosh": "whoosh", "tantivy": "tantivy"}
NAMES = tuple(engines.ENGINES)


def make(name: str, path: Path, wait_for_writer: float = 0) -> Engine:
    """Make an engine on a folder; it does not wait for other writers unless told to."""
    if find_spec(PACKAGES[name]) is None:
        if os.environ.get("CI"):
            pytest.fail(f"the package {PACKAGES[name]} is missing, and CI does not go without any engine's tests")
        pytest.skip(f"the package {PACKAGES[name]} is not installed")
    return engines.make_engine(name, path, wait_for_writer=wait_for_writer)


def batch_of(*documents: Document, reached: int = 1) -> Batch:
    """A batch that replaces the articles of these documents."""
    return Batch(frozenset(document.article for document in documents), documents, reached)

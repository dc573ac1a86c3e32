"""What the tests of reliability stand on: each engine, an archive that other processes see too."""

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from search.engines import ENGINES, make_engine
from tests.reliability.harbours import halves
from tests.reliability.installation import Installation

ARTICLES = 30
TEXT = (
    "The ferry minister, Amara Okafor, opened another harbour in Lisbon on Monday.",
    "“Nobody will wait for a boat again,” Okafor told reporters.",
    "The port of Lisbon said that ferries from Morocco would call twice a day, as the ships of Spain do.",
)
CORRECTING = (
    "UPDATE articles_article SET title = :title, revision = revision + 1 WHERE {articles}",
    """UPDATE articles_paragraph SET text = :title WHERE kind = 'title'
        AND article_id IN (SELECT id FROM articles_article WHERE {articles})""",
    """INSERT INTO articles_change (article_id, revision, kind, fields, at)
        SELECT id, revision, 'corrected', '["title"]', :at FROM articles_article WHERE {articles}""",
)


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/reliability" in item.path.as_posix():
            item.add_marker(pytest.mark.slow(reason="other processes are started, killed and waited for"))


@pytest.fixture(params=ENGINES)
def name(request) -> str:
    """Each engine by its name."""
    return request.param


@pytest.fixture
def folder(name, tmp_path):
    """The folder of an index that holds round 1."""
    make_engine(name, tmp_path / "harbours").rebuild(halves(1), 1, "mark 1")
    return tmp_path / "harbours"


@pytest.fixture(scope="module")
def imported(tmp_path_factory) -> Installation:
    """An archive of thirty articles; tests work on copies of it."""
    archive = Installation(tmp_path_factory.mktemp("imported"))
    lines = (json.dumps({"id": f"test:{n}", "title": f"Harbour {n}", "paragraphs": TEXT}) for n in range(ARTICLES))
    (archive.folder / "harbours.jsonl").write_text("\n".join(lines))
    archive.run("migrate", "--verbosity=0")
    archive.run("import_articles", str(archive.folder / "harbours.jsonl"))
    return archive


@pytest.fixture
def archive(name, imported, tmp_path) -> Installation:
    """An archive of thirty articles of its own, with an index that is in step."""
    shutil.copytree(imported.folder, tmp_path / "archive")
    installation = Installation(tmp_path / "archive", SEARCH_ENGINE=name)
    installation.run("sync_index")
    return installation


@pytest.fixture
def correct(archive):
    """Correct titles as editors do, though from outside: `correct("round2")`, or only that of some articles."""

    def corrected(title: str, articles: str = "1=1") -> None:
        with closing(sqlite3.connect(archive.folder / "archive.sqlite3", timeout=30)) as database, database:
            for words in CORRECTING:
                database.execute(words.format(articles=articles), {"title": title, "at": timestamp()})

    return corrected


def timestamp() -> str:
    """Write this moment as Django does for SQLite."""
    return datetime.now(UTC).replace(tzinfo=None).isoformat(" ")

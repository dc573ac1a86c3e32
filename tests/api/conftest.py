"""A small archive, and the API asked about it."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import override_settings

from articles.importing.importer import import_article
from articles.sources import SourceArticle, SourceParagraph
from articles.sources.dates import read_date

WIRE = " ".join(f"Stop {n} of the ferry is pier {n}." for n in range(20))


def add(name: str, *texts: str, published: str = "", **values: Any) -> int:
    paragraphs = tuple(SourceParagraph(text) for text in texts)
    day = read_date(published) if published else None
    return import_article(
        SourceArticle("a place", f"{name}.txt", paragraphs, source_id=name, published=day, **values)
    ).article.pk


@pytest.fixture(scope="module")
def indexed(rows_of_a_module, tmp_path_factory) -> tuple[dict[str, int], Path]:
    """Four articles by their names, of which two are copies, and the folder of their index."""
    keys = {
        "leaves": add(
            "leaves",
            "The ferry left for Morocco on Monday.",
            "“The ferry to Lisbon was late,” said Amara Okafor.",
            title="A ferry leaves 😀",
            publisher="Harbour Post",
            published="2021-05-02",
        ),
        "ship": add("ship", "Nobody in Lisbon saw a <b>ferry</b> & a ship."),
        "wire": add("wire", WIRE, publisher="The Wire", published="2020-01"),
        "copy": add("copy", WIRE, publisher="The Copy", published="2020-02"),
    }
    folder = tmp_path_factory.mktemp("archive") / "index"
    with override_settings(SEARCH_INDEX_DIR=folder):
        call_command("sync_index")
    return keys, folder


@pytest.fixture
def archive(db, indexed, settings) -> dict[str, int]:
    """The four articles by their names."""
    keys, index = indexed
    shutil.copytree(index, settings.SEARCH_INDEX_DIR)
    return keys


@dataclass(frozen=True)
class ApiAnswer:
    """An answer of the API: its status, its data and its headers."""

    status: int
    data: Any
    headers: Any


@pytest.fixture
def ask(client, archive):
    """Ask the API: `ask("paragraphs", q="ferry")`, or by a whole address."""

    def asked(unit: str, /, **parameters: Any) -> ApiAnswer:
        answer = client.get(unit if "/" in unit else f"/api/search/{unit}", parameters)
        return ApiAnswer(answer.status_code, answer.json(), answer.headers)

    return asked

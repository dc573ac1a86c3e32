"""Each file of an index damaged under a web worker: its pages are right or say that search is away; it lives on.

A file that is cut while it is mapped into memory ends a process (SIGBUS), so the worker is a real one.
"""

import shutil
from pathlib import Path
from typing import Any

import pytest

from search.results.ask_engine import UNAVAILABLE
from tests.reliability.damages import DAMAGES, files

PAGES = ("/search/?q={}", "/search/?q=%22{}+in%22+OR+%22the+{}%22&sort=newest", "/search/?q={:.3}*&country=PT")
WORDS = (
    "ferries",
    "minister",
    "harbour",
    "another",
    "lisbon",
    "monday",
    "nobody",
    "boat",
    "reporters",
    "port",
    "morocco",
)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_pages_over_damaged_files(archive, damage):
    sound, received = archive.folder / "sound", {}
    shutil.copytree(archive.index, sound)
    with archive.serving() as fetch:
        assert fetch("/search/?q=spain")[0] == 200
        for number, file in enumerate(files(sound)):
            damage(archive.index / file)
            received[file] = {page: fetch(page) for page in pages(number)}
            shutil.copyfile(sound / file, archive.index / file)  # in place: the worker has it open
        right = {page: fetch(page) for number in range(len(WORDS)) for page in pages(number)}
    assert {status for status, _ in right.values()} == {200}
    assert [page for page, (_, text) in right.items() if UNAVAILABLE in text] == []
    assert [page for of_file in received.items() for page in wrong(*of_file, right)] == []


def pages(number: int) -> list[str]:
    """Return pages that ask for a word of their own, which no one asked for before as long as there are others."""
    word = WORDS[number % len(WORDS)]
    return [page.format(word, word) for page in PAGES]


def wrong(file: Path, received: dict[str, Any], right: dict[str, Any]) -> list[str]:
    """Name the pages that were neither right nor said that search is away."""
    return [
        f"{page} over {file}: status {status}"
        for page, (status, text) in received.items()
        if (status, text) != right[page] and not (status in (200, 503) and UNAVAILABLE in text)
    ]


def test_pages_without_an_index(archive):
    with archive.serving() as fetch:
        assert fetch("/search/?q=ferries")[0] == 200
        shutil.rmtree(archive.index)
        status, page = fetch("/search/?q=ferries")
        assert status in (200, 503)
        assert UNAVAILABLE in page
        assert fetch("/")[0] == 200

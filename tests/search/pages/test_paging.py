"""Pages of results: first, those around, last; no wall, however many there are."""

import shutil
from types import SimpleNamespace

import pytest

from search.pages.paging import page_links
from search.results.model import SearchResults
from search.results.request import SearchRequest


def shown(page: int, pages: int) -> str:
    found = SearchResults(SearchRequest(q="war", page=page), "paragraphs", page=page, pages=pages)
    return " ".join(str(link.number) if link.number else "…" for link in page_links(found))


@pytest.mark.parametrize(
    ("page", "pages", "expected"),
    [
        (1, 1, ""),
        (1, 2, "1 2"),
        (1, 9, "1 2 3 … 9"),
        (6, 12, "1 … 4 5 6 7 8 … 12"),
        (40_000, 40_000, "1 … 39998 39999 40000"),
    ],
)
def test_pages_around_this_one_and_the_ends(page, pages, expected):
    assert shown(page, pages) == expected


def test_a_page_leads_to_the_same_results():
    found = SearchResults(SearchRequest(q="war", page=2), "paragraphs", page=2, pages=2)
    assert [link.href for link in page_links(found)] == ["?q=war", "?q=war&page=2"]


@pytest.fixture(scope="module")
def indexed(rows_of_a_module, add_article, index_now):
    for number in range(45):
        add_article(f"Number {number}", "peace")
    return index_now()


@pytest.fixture
def pages(db, indexed, settings, client):
    shutil.copytree(indexed, settings.SEARCH_INDEX_DIR)
    return SimpleNamespace(look=lambda page: client.get(f"/search/?q=peace&page={page}").content.decode())


def test_steps_tell_what_they_are(pages):
    page = pages.look(3)
    for rel, href in (("first", ""), ("prev", "&amp;page=2"), ("next", "&amp;page=4"), ("last", "&amp;page=5")):
        assert f'rel="{rel}" href="?q=peace{href}"' in page
    assert 'aria-current="page"><span class="visually-hidden">Page </span>3<' in page


@pytest.mark.parametrize(("page", "missing"), [(1, "prev"), (1, "first"), (5, "next"), (5, "last"), (10**15, "next")])
def test_there_is_no_step_beyond_the_ends(pages, page, missing):
    assert f'rel="{missing}"' not in pages.look(page)

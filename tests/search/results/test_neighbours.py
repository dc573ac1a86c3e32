"""An article's position in a list, and its neighbours: those of the list as it is now."""

import shutil

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from search.engines.port import Group
from search.pages.addresses import list_address, opened_address
from search.results.ask_engine import SearchUnavailable
from search.results.neighbours import ListWindow, find_position, page_around
from search.results.prepared_query import prepare
from search.results.request import SearchRequest
from search.results.search import search

ASKED = SearchRequest(q="peace", sort="oldest")


@given(st.integers(1, 10**18))
@example(29_698_510_842_000)  # the first position but one is nearly a multiple of all numbers from 10 to 22
def test_a_position_and_its_neighbours_lie_on_one_small_page(at):
    page, size = page_around(at)
    first = (page - 1) * size + 1
    assert first <= max(at - 1, 1)
    assert at + 1 < first + size
    assert size < 90  # else (at - 1) · at were a multiple of all numbers from 10 to 89, and so above 10³⁶


@pytest.fixture(scope="module")
def indexed(rows_of_a_module, add_article, index_now):
    """Twenty-five articles, in the order of the list, and the folder of their index."""
    return [add_article(f"Number {number:02}", "peace", year=1950 + number) for number in range(25)], index_now()


@pytest.fixture
def listed(db, indexed, settings):
    """The twenty-five articles."""
    shutil.copytree(indexed[1], settings.SEARCH_INDEX_DIR)
    return indexed[0]


def position(article, at, asked=ASKED):
    return find_position(prepare(asked).engine_request, article.pk, at)


@pytest.mark.parametrize("at", [2, 9, 10, 11, 20, 24])
def test_the_neighbours_are_those_of_the_list(listed, at):
    found = position(listed[at - 1], at)
    assert (found.rank, found.total) == (at, 25)
    assert (found.previous.article, found.following.article) == (listed[at - 2], listed[at])
    assert (found.previous.rank, found.following.rank) == (at - 1, at + 1)
    assert found.following.anchor == "p1"


def test_the_first_has_none_before_and_the_last_none_after(listed):
    assert position(listed[0], 1).previous is None
    assert position(listed[0], 1).following.article == listed[1]
    assert position(listed[24], 25).following is None


@pytest.mark.parametrize(("at", "index"), [(5, 7), (11, 8), (1, 9), (25, 20)])
def test_an_article_that_moved_a_little_is_found_with_the_neighbours_it_has_now(listed, at, index):
    found = position(listed[index], at)
    assert found.rank == index + 1
    assert [one.article for one in (found.previous, found.following)] == [listed[index - 1], listed[index + 1]]


@pytest.mark.parametrize("at", [1, 10**17])
def test_one_that_is_far_away_is_not_found(listed, at):
    far = listed[24] if at == 1 else listed[0]
    assert (position(far, at).rank, position(far, at).total) == (0, 25)


def test_a_neighbour_deleted_since_is_left_out(listed):
    listed[3].delete()
    found = position(listed[4], 5)
    assert found.previous is None
    assert found.following.article == listed[5]


def test_it_takes_two_queries(listed, django_assert_num_queries):
    with django_assert_num_queries(2):
        found = position(listed[4], 5)
    with django_assert_num_queries(0):
        assert str(found.previous.article) == "Number 03"


def test_a_copy_has_the_rank_of_its_story():
    story = Group(5, 2, (), copies=(8, 9))
    window = ListWindow(3, {4: Group(2, 1, ()), 5: story})
    assert [window.rank_of(article) for article in (5, 9, 2, 7)] == [5, 5, 4, 0]


def test_without_an_index_there_is_no_position(listed, settings):
    shutil.rmtree(settings.SEARCH_INDEX_DIR)
    with pytest.raises(SearchUnavailable):
        position(listed[0], 1)


def test_results_know_their_positions_and_positions_their_page(listed):
    results = search(SearchRequest(q="peace", sort="oldest", page=3))
    assert [found.rank for found in results.articles] == [21, 22, 23, 24, 25]
    assert list_address(ASKED, 21) == "/search/?q=peace&sort=oldest&page=3#result-21"
    assert list_address(ASKED, 10) == "/search/?q=peace&sort=oldest#result-10"
    assert list_address(results.request) == "/search/?q=peace&sort=oldest&page=3"


@pytest.mark.parametrize(
    ("request_", "at", "anchor", "address"),
    [
        (SearchRequest(q="a&b", page=2), 14, "p3", "/search/opened/7/?q=a%26b&at=14#p3"),
        (SearchRequest(q="a", page=2), 0, "", "/search/opened/7/?q=a&page=2"),
        (SearchRequest(), 3, "title", "/search/opened/7/?at=3#title"),
    ],
)
def test_the_address_of_an_opened_result(request_, at, anchor, address):
    assert opened_address(7, request_, at, anchor) == address

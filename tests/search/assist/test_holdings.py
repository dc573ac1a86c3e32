"""What there was to search, where little was found."""

import pytest

from search.assist.holdings import coverage_years, holdings
from search.indexing.sync import sync
from search.results.request import SearchRequest
from search.results.search import search

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def synced(archive):
    """The archive of the searches, in an index."""
    sync()


def articles_in(**asked) -> int:
    return search(SearchRequest(unit="articles", copies_apart=True, **asked)).documents


@pytest.mark.parametrize(
    ("asked", "counted"),
    [
        ({"q": "zeppelin", "date_from": "1900"}, {"date_from": "1900"}),
        ({"q": "zeppelin", "date_to": "2016-05"}, {"date_to": "2016-05"}),
        ({"q": "zeppelin", "chosen": (("years", (2016,)),)}, {"chosen": (("years", (2016,)),)}),
        ({"q": "war", "date_from": "1900", "chosen": (("countries", ("CN",)),)}, {"date_from": "1900"}),
    ],
    ids=str,
)
def test_it_counts_all_articles_of_the_time_whatever_they_say(helped, asked, counted):
    assert helped(holdings(search(SearchRequest(**asked)))) == articles_in(**counted)


@pytest.mark.parametrize("asked", [SearchRequest("zeppelin"), SearchRequest(), SearchRequest("(", date_from="1900")])
def test_there_is_no_number_where_nothing_narrows_the_archive_or_nothing_is_asked(helped, asked):
    assert helped(holdings(search(asked))) is None


def test_the_page_says_it_and_leads_to_the_years(client):
    page = " ".join(client.get("/search/?q=zeppelin&date_from=2016-02&date_to=2017").content.decode().split())
    assert "the archive holds" in page
    assert 'href="/coverage/?from=2016&amp;to=2017"' in page


@pytest.mark.parametrize(
    ("asked", "query"),
    [
        (SearchRequest(date_from="2016-02"), "from=2016"),
        (SearchRequest(chosen=(("years", (2016, 2014)),)), "from=2014&to=2016"),
        (SearchRequest(chosen=(("months", ("2016-05",)),)), "from=2016&to=2016"),
        (SearchRequest("tax"), ""),
    ],
)
def test_the_years_that_are_asked_for(asked, query):
    assert coverage_years(asked) == query

"""Nothing found: each thing that alone stands in the way, with what is found without it."""

import pytest

from articles.models import Country, Publisher
from search.assist import zero_results
from search.assist.zero_results import loosenings
from search.deadline import Deadline
from search.indexing.sync import sync
from search.results.counts import count
from search.results.request import SearchRequest
from search.results.search import search

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def synced(archive):
    sync()
    Country.objects.get_or_create(code="FR", defaults={"name": "France"})


def loosened(words: str = "", **request) -> list[tuple[str, str, int]]:
    return [
        (one.label, one.value, one.count) for one in loosenings(search(SearchRequest(words, **request)), Deadline(60))
    ]


def test_words_that_have_to_be_there_are_left_out_one_by_one():
    assert loosened("tax zebra") == [("", "“zebra”", 2)]
    assert loosened("silent war") == [("", "“silent”", 3), ("", "“war”", 1)]
    assert loosened('in:quotes silent "no war"')[0] == ("", "“silent”", 1)


def test_filters_and_times_are_left_out_one_by_one():
    weekly = Publisher.objects.get(name="The Weekly").pk
    found = loosened("tax", chosen=(("publishers", (weekly,)),))
    assert found == [("Publishers", "The Weekly", 2)]
    assert loosened("tax", date_to="1999") == [("Published", "to 1999", 2)]
    assert loosened("tax", unit="quotations") == [("Quotations", "only the words quoted", 2)]


def test_what_is_excluded_is_let_in():
    daily = Publisher.objects.get(name="The Daily").pk
    assert loosened("tax", excluded=(("publishers", (daily,)),)) == [("Publishers, without", "The Daily", 2)]


def test_each_link_finds_what_it_says():
    for one in loosenings(search(SearchRequest("silent war", date_from="2000")), Deadline(60)):
        assert count(one.request, Deadline(60)) == one.count > 0


def test_where_something_was_found_or_nothing_asked_there_is_no_advice():
    assert loosened("tax") == loosened("") == loosened('"') == []


def test_the_engine_is_asked_so_many_times_and_no_more(monkeypatch):
    asked = []
    monkeypatch.setattr(zero_results, "count", lambda request, time: asked.append(request) or 0)
    assert loosened(" ".join(f"word{number}" for number in range(32))) == []
    assert len(asked) == zero_results.MOST


def test_the_page_offers_them(client, words_given):
    words_given({})
    page = client.get("/search/", {"q": "tax zebra"}).content.decode()
    assert 'href="?q=tax"' in page
    assert "without <span" in page

"""Nothing found: each thing that alone stands in the way, with what is found without it."""

import pytest

from articles.models import Country, Publisher
from search.assist import zero_results
from search.assist.zero_results import relaxations
from search.engines.port import EngineAnswer
from search.indexing.sync import sync
from search.results.request import SearchRequest
from search.results.search import search
from tests.search.fake_engines import Answering

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def synced(archive):
    sync()
    Country.objects.get_or_create(code="FR", defaults={"name": "France"})


@pytest.fixture
def relaxed(helped):
    def offered(words: str = "", **request) -> list[tuple[str, str, int]]:
        found = helped(relaxations(search(SearchRequest(words, **request))))
        return [(one.label, one.value, one.count) for one in found]

    return offered


def test_words_that_have_to_be_there_are_left_out_one_by_one(relaxed):
    assert relaxed("tax zebra") == [("", "“zebra”", 2)]
    assert relaxed("silent war") == [("", "“silent”", 3), ("", "“war”", 1)]
    assert relaxed('in:quotes silent "no war"')[0] == ("", "“silent”", 1)


def test_filters_and_times_are_left_out_one_by_one(relaxed):
    weekly = Publisher.objects.get(name="The Weekly").pk
    found = relaxed("tax", chosen=(("publishers", (weekly,)),))
    assert found == [("Publishers", "The Weekly", 2)]
    assert relaxed("tax", date_to="1999") == [("Published", "to 1999", 2)]
    assert relaxed("tax", unit="quotations") == [("Quotations", "only what is quoted", 2)]


def test_what_is_excluded_is_let_in(relaxed):
    daily = Publisher.objects.get(name="The Daily").pk
    assert relaxed("tax", excluded=(("publishers", (daily,)),)) == [("Publishers, without", "The Daily", 2)]


@pytest.mark.parametrize(
    "request_",
    [
        SearchRequest("silent war", date_from="2000"),
        SearchRequest("in:quotes silent war"),
        SearchRequest("speaker:kirby war person:nobody"),
        SearchRequest("tax (war OR in:quotes zebra) author:nobody", unit="articles"),
        SearchRequest("publisher:weekly speaker:kirby", unit="quotations"),
    ],
)
def test_each_link_finds_what_it_says(helped, request_):
    found = helped(relaxations(search(request_)))
    assert found
    for one in found:
        assert search(one.request).documents == one.count > 0


def test_where_something_was_found_or_nothing_asked_there_is_no_advice(relaxed):
    assert relaxed("tax") == relaxed("") == relaxed('"') == []


def test_so_many_are_counted_and_no_more(relaxed, use_engine):
    nothing = EngineAnswer(documents=0, articles=0, group_count=0, page=1, pages=1, groups=(), facets={})
    engine = use_engine(Answering(nothing, []))
    assert relaxed(" ".join(f"word{number}" for number in range(32))) == []
    assert len(engine.asked) == 1 + zero_results.MAX_TRIES  # the search itself, and then


def test_the_page_offers_them(client, words_given):
    words_given({})
    page = client.get("/search/", {"q": "tax zebra"}).content.decode()
    assert 'href="?q=tax"' in page
    assert "without <span" in page

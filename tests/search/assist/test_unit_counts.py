"""Counts that stand beside those of a page: the other units, and what a time leaves out for want of a date."""

import pytest

from articles.models import Article
from search.assist.unit_counts import undated_count, unit_counts, unit_requests
from search.engines.port import EngineAnswer
from search.indexing.sync import sync
from search.results.request import SearchRequest
from search.results.search import search
from tests.search.fake_engines import Answering

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def synced(archive, add_article):
    """An archive with an article more, of which nobody knows when it was published."""
    undated = add_article("Old tax", "A tax on salt.", "The tax again.")
    Article.objects.filter(pk=undated.pk).update(published="", published_from=None)
    sync()


REQUESTS = [
    SearchRequest("tax"),
    SearchRequest("in:quotes war", unit="articles"),
    SearchRequest("war", unit="quotations", sort="oldest", group_by="months"),
    SearchRequest("war", date_from="2020", page=2),
    SearchRequest("zeppelin"),
    SearchRequest(chosen=(("countries", ("CN",)),)),
]


@pytest.mark.parametrize("asked", REQUESTS, ids=str)
def test_each_count_is_what_its_request_finds(helped, asked):
    found = search(asked)
    requests = unit_requests(found)
    counted = {unit: search(one) for unit, one in requests.items()}
    assert helped(unit_counts(found)) == {unit: results.documents for unit, results in counted.items()}
    assert [results.unit for results in counted.values()] == list(counted)


@pytest.mark.parametrize("asked", [SearchRequest(), SearchRequest('"')], ids=str)
def test_nothing_is_counted_where_nothing_is_asked(helped, asked):
    assert helped(unit_counts(search(asked))) == {}


def test_a_unit_that_there_was_no_time_for_has_no_count():
    pending = unit_counts(search(SearchRequest("tax")))
    one = EngineAnswer(documents=7, articles=1, group_count=0, page=1, pages=1, groups=(), facets={})
    assert pending.finish([one, None]) == {"paragraphs": 5, "quotations": 7}
    assert pending.without_index == {"paragraphs": 5}


UNDATED = [
    (SearchRequest("tax", date_from="1990"), 3),
    (SearchRequest("tax", date_to="1990"), 3),
    (SearchRequest("tax", unit="articles", date_from="1990"), 1),
    (SearchRequest("tax", chosen=(("years", (1990,)),)), 3),
    (SearchRequest("tax", excluded=(("years", (1990,)),)), 0),
    (SearchRequest("tax"), 0),
    (SearchRequest("tax after:1990", date_to="2030"), 0),
    (SearchRequest("silent", date_from="1990"), 0),
]


@pytest.mark.parametrize(("asked", "count"), UNDATED, ids=str)
def test_what_has_no_date_is_counted_where_a_time_leaves_it_out(helped, asked, count):
    assert helped(undated_count(search(asked))) == count


def test_the_page_says_what_a_time_leaves_out(client):
    page = " ".join(client.get("/search/?q=tax&date_from=1990").content.decode().split())
    assert "<strong>3 paragraphs</strong> without a known date are left out, as a time is chosen." in page
    page = " ".join(client.get("/search/?q=tax&unit=articles&year=1990").content.decode().split())
    assert "<strong>1 article</strong> without a known date is left out" in page
    assert "without a known date" not in client.get("/search/?q=tax").content.decode()


def test_all_of_it_is_asked_in_one_call(client, use_engine):
    nothing = EngineAnswer(documents=0, articles=0, group_count=0, page=1, pages=1, groups=(), facets={})
    engine = use_engine(Answering(nothing, []))
    client.get("/search/?q=tax&date_from=1990&page=2")
    assert [one.unit for one in engine.asked[1:]].count("quotations") == 1
    assert [one.groups_per_page for one in engine.asked[1:]] == [0] * len(engine.asked[1:])

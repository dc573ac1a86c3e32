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
    SearchRequest("in:quotes tax"),
    SearchRequest("in:quotes war", unit="paragraphs", page=2),
    SearchRequest("in:quotes", unit="quotations"),
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


IN_QUOTES, BESIDE = "in:quotes tax", "tax (in:quotes war)"
SAME = [
    (SearchRequest("tax"), {"paragraphs": "", "quotations": "quotations", "articles": "articles"}),
    (SearchRequest("tax", unit="quotations"), {"paragraphs": "", "quotations": "quotations", "articles": "articles"}),
    (SearchRequest(BESIDE, unit="articles"), {"paragraphs": "", "quotations": "quotations", "articles": "articles"}),
    (SearchRequest(IN_QUOTES), {"paragraphs": "paragraphs", "quotations": "", "articles": "articles"}),
    *(
        (SearchRequest(IN_QUOTES, unit=unit), {one: one for one in ("paragraphs", "quotations", "articles")})
        for unit in ("paragraphs", "quotations", "articles")
    ),
]


@pytest.mark.parametrize(("asked", "units"), SAME, ids=str)
def test_each_unit_is_asked_for_the_same_words(asked, units):
    requests = unit_requests(search(asked))
    assert {unit: (one.q, one.unit) for unit, one in requests.items()} == {
        unit: (asked.q, named) for unit, named in units.items()
    }


@pytest.mark.parametrize("words", ["tax", IN_QUOTES, BESIDE, "in:quotes", "-in:quotes tax"])
@pytest.mark.parametrize("start", ["", "paragraphs", "quotations", "articles"])
def test_the_way_there_and_back_finds_the_same(words, start):
    found = search(SearchRequest(words, unit=start))
    for unit, there in unit_requests(found).items():
        back = search(unit_requests(search(there))[found.unit])
        assert (search(there).unit, back.unit, back.request.q) == (unit, found.unit, words)
        assert back.documents == found.documents


def test_in_quotes_finds_less_than_the_words_alone_also_in_paragraphs_and_articles():
    requests, alone = (unit_requests(search(SearchRequest(words))) for words in ("in:quotes war", "war"))
    counts = {unit: (search(requests[unit]).documents, search(alone[unit]).documents) for unit in requests}
    assert all(0 < counts[unit][0] < counts[unit][1] for unit in ("paragraphs", "articles"))
    assert counts["quotations"][0] == counts["quotations"][1]


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
    (SearchRequest("tax"), 3),
    (SearchRequest("silent"), 0),
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


def test_all_of_it_is_asked_in_one_call(client, use_engine):
    nothing = EngineAnswer(documents=0, articles=0, group_count=0, page=1, pages=1, groups=(), facets={})
    engine = use_engine(Answering(nothing, []))
    client.get("/search/?q=tax&date_from=1990&page=2")
    assert [one.unit for one in engine.asked[1:]].count("quotations") == 1
    assert [one.groups_per_page for one in engine.asked[1:]] == [0] * len(engine.asked[1:])


def test_the_page_says_what_no_column_of_the_chart_has(client):
    page = " ".join(client.get("/search/?q=tax").content.decode().split())
    assert "<strong>3 paragraphs</strong> without a known date are among them, but in no column of the chart." in page

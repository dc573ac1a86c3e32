"""What is refused says so in the form that was asked for, with the same sentence and the same time for all."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from api.schemas.answers import ERROR
from newsroom.limited import KINDS
from search.urls import urlpatterns

pytestmark = pytest.mark.django_db
PAGES = ["/search/?q=war", "/search/values/people/?q=war"]
SUGGESTIONS = ["/search/suggestions/?q=wa", "/people/suggest/?name=wa"]
TEXTS = ["/search/export.csv?q=war", "/search/export.jsonl?q=war", "/search/feed.atom?q=war", *SUGGESTIONS]
PROBLEMS = ["/api/search/paragraphs?q=war"]
UNLIMITED = {"search-help", "quotations", "kept-files", "kept-file", "delete-file"}  # of search: they ask no engine


@pytest.fixture
def once(limits, rate):
    """Allow one request of each kind a minute."""
    rate(**dict.fromkeys(set(KINDS.values()), "1/minute"))
    return limits


def refused(client, address: str, **headers: str):
    client.get(address)
    answer = client.get(address, **headers)
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "60"
    assert "no-store" in answer.headers["Cache-Control"]
    return answer


def test_every_address_of_search_is_limited():
    assert {pattern.name for pattern in urlpatterns} - UNLIMITED <= set(KINDS)


@pytest.mark.parametrize(
    "address",
    [
        "/cite/articles/7/",
        "/cite/articles/7.ris",
        "/cite/articles/7/p1-abcd1234/",
        "/cite/articles/7/p1-abcd1234.ris",
        "/cite/quotations/7/",
        "/cite/quotations/7.ris",
        "/coverage/",
        "/coverage/nobody/",
    ],
)
def test_what_is_cited_and_what_was_published_is_limited(client, once, address):
    refused(client, address)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_that_is_refused_is_a_page(client, once, address):
    page = refused(client, address).content.decode()
    assert "Please try again in 60 seconds." in page
    assert "<h1" in page


@pytest.mark.parametrize("address", TEXTS)
def test_a_file_a_feed_and_suggestions_are_refused_as_text(client, once, address):
    answer = refused(client, address)
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().endswith("Please try again in 60 seconds.\n")
    assert "Content-Disposition" not in answer.headers


@pytest.mark.parametrize("address", PROBLEMS)
def test_the_api_refuses_with_a_problem(client, once, address):
    answer = refused(client, address)
    assert answer.headers["Content-Type"] == "application/problem+json"
    problem = ERROR.validate_python(json.loads(answer.content))
    assert (problem.status, problem.q) == (429, "war")
    assert problem.detail.endswith("Please try again in 60 seconds.")


def test_a_click_that_changes_a_part_of_the_page_leads_to_the_page_that_says_so(client, once):
    answer = refused(client, "/search/?q=war", HTTP_HX_REQUEST="true")
    assert answer.headers["HX-Redirect"] == "/search/?q=war"


def test_who_types_in_a_form_stays_there(client, once):
    answer = refused(client, "/people/suggest/?name=war", HTTP_HX_REQUEST="true")
    assert "HX-Redirect" not in answer.headers


@pytest.mark.parametrize("address", [*PAGES, *TEXTS, *PROBLEMS])
def test_it_is_answered_again_when_the_time_is_over(client, once, address):
    wait = int(refused(client, address).headers["Retry-After"])
    once.counters.clock.now += wait
    assert client.get(address).status_code != 429


def test_what_leads_elsewhere_is_counted_once(client, once):
    assert client.get("/search/?q=war&after=2020", follow=True).status_code == 200


def test_other_pages_have_no_limit(client, once):
    addresses = ["/articles/", "/people/", "/api/", "/search/help/", "/health/", "/sign-in/"]
    assert {client.get(address).status_code for address in addresses * 3} == {200}


def test_what_a_page_cost_is_charged(client, limits, rate, monkeypatch):
    rate(seconds="1/minute")
    seconds = iter(range(100))
    monkeypatch.setattr("newsroom.limited.time.thread_time", lambda: next(seconds))
    assert client.get("/search/?q=war").status_code == 200
    assert "took more time than" in client.get("/search/?q=war").content.decode()


def test_it_can_be_switched_off(client, once, settings):
    settings.LIMITS = False
    assert {client.get("/search/?q=war").status_code for _ in range(5)} == {200}


def test_a_page_is_answered_where_the_file_is_away(client, once, caplog):
    once.counters.file.path = once.counters.file.path / "nowhere"
    assert {client.get("/search/?q=war").status_code for _ in range(5)} == {200}
    assert "Nobody is counted" in caplog.text


STRANGERS = [("client", address) for address in (*PAGES, *SUGGESTIONS, *PROBLEMS)]


@pytest.mark.parametrize(("visitor", "address"), [*STRANGERS, *(("admin_client", address) for address in PAGES)])
def test_a_limited_page_asks_the_archive_no_more_than_one_without(
    request, limits, settings, visitor, address, django_assert_num_queries
):
    client = request.getfixturevalue(visitor)
    client.get(address)
    settings.LIMITS = False
    with CaptureQueriesContext(connection) as without:
        client.get(address)
    settings.LIMITS = True
    with django_assert_num_queries(len(without)):
        client.get(address)

"""What is counted of a search, as files: values, groups and months, each with the search that finds just that."""

import json
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.http import QueryDict

from articles.models import Article
from search.engines.port import ValueCount
from search.files.about import _unsure
from search.indexing.sync import sync
from search.results.prepared_query import prepare
from search.results.url_parameters import parse_parameters

pytestmark = pytest.mark.django_db


@pytest.fixture
def listed(archive, add_article):
    for number in range(5):
        add_article(f"War {number}", "The war goes on.", year=1980 + number % 2)
    sync()


def objects(client, address):
    return told(client, address)[0]


def told(client, address):
    """Return the rows of a file, and what it says of itself."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.content
    *rows, last = [json.loads(line) for line in b"".join(answer.streaming_content).decode().splitlines()]
    assert last["rows"] == len(rows)
    return rows, last


def found_at(client, address):
    parts = urlsplit(address)
    return client.get(f"{parts.path}?{parts.query}").context["found"].documents


TABLES = [
    "/search/months.jsonl?q=war",
    "/search/months.jsonl?q=war&date_from=1981",
    "/search/groups.jsonl?q=war&by=months",
    "/search/groups.jsonl?q=war&by=publishers&not_publisher=999",
    "/search/groups.jsonl?q=war&by=countries",
    "/search/values/publishers.jsonl?q=war",
    "/search/values/people.jsonl?q=war&date_from=2000",
    "/search/values/countries.jsonl?q=war&unit=articles",
]


@pytest.mark.parametrize("address", TABLES)
def test_each_number_is_what_its_address_finds(client, listed, address):
    rows = objects(client, address.replace("&not_publisher=999", ""))
    assert rows
    for row in rows:
        assert found_at(client, row["address"]) == row["count"]


def test_groups_are_those_of_the_page_in_its_order(client, listed):
    rows = objects(client, "/search/groups.jsonl?q=war&by=publishers")
    groups = client.get("/search/?q=war&by=publishers").context["found"].groups
    assert [(row["value"], row["name"], row["count"]) for row in rows] == [
        (group.value, group.name, group.count) for group in groups
    ]


def test_values_are_those_of_their_page(client, listed):
    rows = objects(client, "/search/values/publishers.jsonl?q=war")
    values = client.get("/search/values/publishers/?q=war").context["found"].values
    assert [(row["name"], row["count"]) for row in rows] == [(one.name, one.count) for one in values if one.count]


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/search/groups.csv?q=war", "say by what it is grouped"),
        ("/search/months.csv", "nothing to search for"),
        ("/search/months.csv?q=war&date_from=soon", "is not a date"),
        ("/search/values/publishers.csv?q=-", "nothing to search for"),
        ("/search/groups.csv?q=-&by=publishers", "nothing to search for"),
    ],
)
def test_what_cannot_be_counted_gets_a_sentence(client, listed, address, sentence):
    answer = client.get(address)
    assert answer.status_code == 400
    assert sentence in answer.content.decode()


@pytest.mark.parametrize("address", ["/search/values/nothing.csv?q=war", "/search/values/people.ris?q=war"])
def test_no_such_file(client, listed, address):
    assert client.get(address).status_code == 404


def test_the_pages_lead_to_them(client, listed):
    assert 'href="/search/months.csv?q=war"' in client.get("/search/?q=war").content.decode()
    grouped = client.get("/search/?q=war&by=publishers").content.decode()
    assert 'href="/search/groups.xlsx?q=war&amp;by=publishers"' in grouped
    assert 'href="/search/values/people.csv?q=war"' in client.get("/search/values/people/?q=war").content.decode()


@pytest.mark.parametrize(
    "address", ["months.jsonl?q=war", "months.jsonl?q=war&date_from=1981", "groups.jsonl?q=war&by=months"]
)
def test_what_has_no_date_is_told(client, listed, add_article, address):
    _, before = told(client, f"/search/{address}")
    undated = add_article("War of old", "War.")
    Article.objects.filter(pk=undated.pk).update(published="", published_from=None)
    sync()
    rows, last = told(client, f"/search/{address}")
    (said,) = [one for one in last["left_out"] if "without a known month" in one]
    whole = client.get("/search/?q=war").context["found"].documents
    assert said.startswith(f"{whole - sum(row['count'] for row in rows)} paragraph")
    assert said not in before.get("left_out", [])


def test_months_name_no_time_as_none_is_asked(client, listed):
    _, last = told(client, "/search/months.jsonl?q=war&date_from=1981")
    assert "1981" not in last["query"]
    assert last["address"] == "http://testserver/search/?q=war"


@pytest.mark.parametrize(
    ("choice", "is_said"),
    [("", True), ("certainty=unsure", True), ("certainty=sure", False), ("not_certainty=unsure", False)],
)
def test_who_is_unsure_is_told_only_where_it_is_in_the_file(listed, choice, is_said):
    prepared = prepare(parse_parameters(QueryDict(f"q=war&unit=quotations&{choice}")).request)
    answer: Any = SimpleNamespace(facets={"certainty": (ValueCount("unsure", 3, False),)})
    assert bool(list(_unsure(answer, prepared))) is is_said

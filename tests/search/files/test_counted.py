"""What is counted of a search, as files: values, groups and months, each with the search that finds just that."""

import json
from urllib.parse import urlsplit

import pytest

from search.indexing.sync import sync

pytestmark = pytest.mark.django_db


@pytest.fixture
def listed(archive, add_article):
    for number in range(5):
        add_article(f"War {number}", "The war goes on.", year=1980 + number % 2)
    sync()


def objects(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, answer.content
    *rows, last = [json.loads(line) for line in b"".join(answer.streaming_content).decode().splitlines()]
    assert last["rows"] == len(rows)
    return rows


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

"""The lists as files: what their entries show, with the filters of their pages."""

import csv
import json
from io import StringIO

import pytest

from articles.importing.importer import import_article
from articles.sources.dates import read_date

pytestmark = pytest.mark.django_db
LISTS = ["articles", "people", "publishers", "countries"]


@pytest.fixture
def archive(article, source):
    """Two articles of one publisher, one of them without a date."""
    values = {"publisher": "Harbour Post", "byline": "Mara Lind"}
    import_article(source(source_id="test:2", title="=Ferries", published=read_date("2021-03-07"), **values))
    import_article(source(source_id="test:3", title="Undated", texts=["Nothing of it."], **values))


def objects(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    *rows, last = [json.loads(line) for line in b"".join(answer.streaming_content).decode().splitlines()]
    assert last["rows"] == len(rows)
    return rows, last


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("ending", ["csv", "xlsx", "jsonl"])
def test_every_list_is_had_in_every_format(client, archive, name, ending):
    answer = client.get(f"/{name}.{ending}")
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="newsroom-{name}.{ending}"'


@pytest.mark.parametrize("name", LISTS)
def test_a_file_has_what_its_list_counts_and_the_page_leads_to_it(client, archive, name):
    page = client.get(f"/{name}/")
    assert f'href="/{name}.xlsx"' in page.content.decode()
    rows, last = objects(client, f"/{name}.jsonl")
    listing = page.context.get("listing")
    assert len(rows) == (listing.total if listing else len(page.context["countries"])) > 0
    assert last["address"] == f"http://testserver/{name}/"


def test_filters_hold_and_are_said(client, archive):
    rows, last = objects(client, "/articles.jsonl?date_from=2021&sort=oldest&page=2")
    assert [row["title"] for row in rows] == ["=Ferries"]
    assert last["query"] == "Articles: Published from: 2021"
    assert last["left_out"] == ["2 without a known date, as a time was chosen"]
    assert last["address"] == "http://testserver/articles/?date_from=2021&sort=oldest"


def test_a_person_has_what_the_entry_shows(client, archive):
    ((row, *_), last) = objects(client, "/people.jsonl")
    assert row["name"] == "Amara Okafor"
    assert (row["articles"], row["quotations"]) == (2, 2)
    assert "unsure" in last["left_out"][0]


def test_articles_are_references_too(client, archive):
    items = json.loads(b"".join(client.get("/articles.json").streaming_content))
    assert [one["title"] for one in items] == ["=Ferries", "Undated", "New harbour opens", "All articles"]


def test_names_run_in_no_spreadsheet(client, archive):
    text = b"".join(client.get("/articles.csv").streaming_content).decode("utf-8-sig")
    assert next(csv.DictReader(StringIO(text)))["title"] == "'=Ferries"


@pytest.mark.parametrize(("name", "ending"), [("people", "ris"), ("countries", "bib"), ("publishers", "json")])
def test_what_cannot_be_cited_is_refused_in_a_sentence(client, archive, name, ending):
    answer = client.get(f"/{name}.{ending}")
    assert answer.status_code == 404
    assert "can't be cited" in answer.content.decode()


@pytest.mark.parametrize("query", ["date_from=soon", "sort=%00", "country=<b>", "date_from=2022&date_to=2020"])
def test_a_wrong_filter_is_a_sentence(client, archive, query):
    answer = client.get(f"/articles.csv?{query}")
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, "text/plain; charset=utf-8")


def test_queries_do_not_grow_with_the_rows(client, archive, source, django_assert_max_num_queries):
    for number in range(30):
        import_article(source(source_id=f"more:{number}", title=f"More {number}"))
    for name in LISTS:
        with django_assert_max_num_queries(14):
            b"".join(client.get(f"/{name}.csv").streaming_content)

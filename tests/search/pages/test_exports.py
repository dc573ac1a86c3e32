"""Exports: every match once, safe in a spreadsheet, exact in JSON, honest where they are not whole."""

import csv
import json
import re
import shutil
from io import StringIO
from typing import Any

import pytest
from django.db import OperationalError

from articles import journal
from articles.files import formats
from articles.models import Article, Change
from articles.models.withdrawal import WithdrawalKind
from articles.withdrawal.withdraw import Ground, withdraw
from search.engines.port import IndexUnavailable
from search.files.records import COLUMNS
from search.indexing.sync import sync
from search.results import scan as gathering
from search.results.hydration import articles_by_key
from tests.search.fake_engines import BreakingOff

pytestmark = pytest.mark.django_db
ADDRESSES = ["q=war", "q=war&unit=quotations", "q=war&sort=oldest", "kind=title", "q=words&kind=body", "q=peace"]


@pytest.fixture(scope="module")
def indexed(rows_of_a_module, add_two, add_article, index_now):
    archive = add_two()
    for number in range(12):
        add_article(f"War {number}", "The war goes on.", year=1980 + number)
    return archive, index_now()


@pytest.fixture
def listed(db, indexed, settings):
    shutil.copytree(indexed[1], settings.SEARCH_INDEX_DIR)


@pytest.fixture
def archive(indexed):
    return indexed[0]


def text_of(answer) -> str:
    assert answer.status_code == 200
    return b"".join(answer.streaming_content).decode()


def table(client, query: str) -> list[dict[str, Any]]:
    """Return the rows of a table that is whole."""
    lines = rows_of(text_of(client.get(f"/search/export.csv?{query}")))
    rows = [line for line in lines if not line["article"].startswith("# ")]
    assert lines[-1]["article"] == f"# rows: {len(rows)}"
    return rows


def rows_of(text: str) -> list[dict[str, Any]]:
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))


def objects(client, query: str) -> list[dict[str, Any]]:
    """Return the objects of a file that is whole."""
    *rows, last = lines_of(client, query)
    assert last["rows"] == len(rows)
    return rows


def lines_of(client, query: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text_of(client.get(f"/search/export.jsonl?{query}")).splitlines()]


@pytest.mark.parametrize("query", ADDRESSES)
def test_page_table_objects_and_header_count_the_same(client, listed, query):
    page = re.sub("<[^>]*>", "", client.get(f"/search/?{query}").content.decode())
    counted = int(re.search(r"([\d,]+)\s+(?:paragraph|quotation)s?\s+in", page)[1])
    assert len(table(client, query)) == len(objects(client, query)) == counted
    assert client.get(f"/search/export.csv?{query}").headers["Search-Matches"] == str(counted)


def test_a_row_tells_where_it_is_from_and_what_it_says(client, listed, archive):
    (said,) = objects(client, "q=war&unit=quotations")
    assert said == {
        "article": archive[0].pk,
        "title": "Talks on tax",
        "publisher": "The Daily",
        "published": "2021-06-01",
        "address": f"http://testserver{archive[0].paragraphs.get(number=1).get_absolute_url()}",
        "part": "body",
        "kind": "direct quotation",
        "speakers": ["Kirby"],
        "text": "No war with China",
        "quotation": f"http://testserver/quotations/{archive[0].quotations.get().pk}/",
        "original": "",
        "section": "",
        "published_doubt": "",
        "certainty": "sure",
        "candidates": [],
        "byline": "",
        "language": "",
        "about": [],
        "about_countries": [],
        "cue": "",
        "confidence": said["confidence"],
        "checked": "no",
        "people": ["Kirby"],
        "countries": ["China"],
    }
    assert 0.9 <= said["confidence"] <= 1
    (row,) = table(client, "q=war&unit=quotations")
    assert tuple(row) == COLUMNS
    assert (row["speakers"], row["text"], row["article"]) == ("Kirby", "No war with China", str(archive[0].pk))


def test_they_are_files_of_their_kind(client, listed):
    answer = client.get("/search/export.csv?q=war")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="newsroom-paragraphs.csv"'
    assert answer.streaming
    assert client.get("/search/export.jsonl?q=war").headers["Content-Type"].startswith("application/jsonl")


def test_hostile_texts_stay_in_their_cells(client, add_article):
    text = '=cmd|"/c calc"!A1 war,\n"war";\x0b <b>'
    add_article("@calc", text)
    sync()
    title, row = table(client, "q=calc&kind=title")[0], table(client, "q=calc&kind=body")[0]
    assert (title["title"], title["text"]) == ("'@calc", "'@calc")
    assert row["text"] == f"'{text}"
    assert objects(client, "q=calc&kind=body")[0]["text"] == text


def closing_of(client, query: str) -> dict[str, Any]:
    return lines_of(client, query)[-1]


def test_a_file_says_what_it_is_of(client, listed):
    said = closing_of(client, "q=war&kind=body&sort=oldest")
    assert said["query"] == "Searched paragraphs for “war” in any form, that are: body, the oldest first."
    assert said["address"] == "http://testserver/search/?q=war&kind=body&sort=oldest"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", said["made"])
    assert re.fullmatch(r"whoosh, index version [\w.]+, up to change \d+ of the archive", said["engine"])
    assert list(said)[-1] == "rows"


def test_a_table_says_the_same_line_by_line(client, listed):
    lines = rows_of(text_of(client.get("/search/export.csv?q=war&kind=body")))
    said = [line["article"] for line in lines if line["article"].startswith("# ")]
    assert said[0] == "# query: Searched paragraphs for “war” in any form, that are: body."
    assert [line.partition(":")[0] for line in said] == ["# query", "# address", "# made", "# engine", "# rows"]


def test_what_is_left_out_is_said(client, listed, archive, add_article):
    undated = add_article("An old war", "War without a day.", "War again.")
    Article.objects.filter(pk=undated.pk).update(published="", published_from=None)
    journal.record(undated, Change.Kind.CORRECTED)
    withdraw(archive[1].pk, Ground(WithdrawalKind.ERROR, ""))
    sync()
    assert closing_of(client, "q=war&date_from=1970")["left_out"] == [
        "3 paragraphs without a known date, as a time was chosen",
        "1 article withdrawn from the archive",
    ]
    assert closing_of(client, "q=war")["left_out"] == ["1 article withdrawn from the archive"]


def test_what_was_deleted_since_it_was_indexed_is_said(client, listed, archive):
    Article.objects.get(pk=archive[0].pk).delete()
    *rows, last = lines_of(client, "q=war")
    assert last["left_out"] == [
        f"1 of {len(rows) + 1} were found by the index and are no longer in the archive as they were found."
    ]


@pytest.mark.parametrize("ending", ["csv", "xlsx", "jsonl", "ris", "bib", "json"])
@pytest.mark.parametrize("query", ["q=war", "q=war&unit=quotations", "q=war&unit=articles"])
def test_every_format_gives_every_unit(client, listed, ending, query):
    answer = client.get(f"/search/export.{ending}?{query}")
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content)


def test_references_have_each_article_once_and_the_search_last(client, listed):
    *articles, searched = json.loads(text_of(client.get("/search/export.json?q=war OR goes")))
    assert len({one["id"] for one in articles}) == len(articles) == 14
    title = "Searched paragraphs for “war” in any form or “goes” in any form."
    assert (searched["type"], searched["title"]) == ("webpage", title)
    assert searched["note"].startswith("references: 14\n")
    assert searched["note"].endswith("rows: 27")


def test_quotations_are_references_with_their_words(client, listed, archive):
    said, _ = json.loads(text_of(client.get("/search/export.json?q=war&unit=quotations")))
    assert said["URL"] == f"http://testserver/quotations/{archive[0].quotations.get().pk}/"
    assert said["note"] == "“No war with China” – Kirby\nParagraph 1"


@pytest.mark.parametrize("ending", ["pdf", "csv.exe", "CSV", "%00", "x" * 300])
def test_an_unknown_format_gets_a_sentence(client, listed, ending):
    answer = client.get(f"/search/export.{ending}?q=war")
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "text/plain; charset=utf-8")
    assert "Files are made as csv, xlsx, jsonl, ris, bib, json." in answer.content.decode()


def test_an_index_lost_on_the_way_is_told_in_the_last_line(client, listed, monkeypatch, use_engine):
    monkeypatch.setattr(gathering, "ROWS_PER_QUERY", 2)
    use_engine(BreakingOff(IndexUnavailable("gone"), slices=1))
    *rows, last = lines_of(client, "q=war")
    assert rows
    assert "rows" not in last
    assert "not whole" in last["cut"]


def test_a_whole_file_has_no_such_line(client, listed):
    assert all("cut" not in one for one in lines_of(client, "q=war"))


def test_every_line_of_a_table_is_as_wide_as_its_head(client, listed):
    lines = list(csv.reader(StringIO(text_of(client.get("/search/export.csv?q=war")))))
    assert {len(line) for line in lines} == {len(COLUMNS)}


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_a_file_that_breaks_on_the_way_lacks_the_line_with_its_number(client, listed, monkeypatch, ending):
    def breaking(keys):
        if len(asked) > 1:
            raise OperationalError("the database is gone")
        asked.append(keys)
        return fetch(keys)

    asked, fetch = [], articles_by_key
    monkeypatch.setattr(gathering, "articles_by_key", breaking)
    monkeypatch.setattr(gathering, "ROWS_PER_QUERY", 2)
    monkeypatch.setattr(formats, "PIECES_PER_CHUNK", 1)
    received: list[bytes] = []
    with pytest.raises(OperationalError):
        received.extend(client.get(f"/search/export.{ending}?q=war").streaming_content)
    assert len(received) > 1
    assert b"rows" not in b"".join(received)


@pytest.mark.parametrize("path", ["/search/export.csv", "/search/export.jsonl", "/search/feed.atom"])
def test_what_cannot_be_answered_gets_a_sentence(client, listed, settings, path):
    nothing = client.get(path)
    assert (nothing.status_code, nothing.headers["Content-Type"]) == (400, "text/plain; charset=utf-8")
    assert "There is nothing to search for" in nothing.content.decode()
    assert "nothing to search" in client.get(f"{path}?q=()").content.decode()
    assert client.post(f"{path}?q=war").status_code == 405
    shutil.rmtree(settings.SEARCH_INDEX_DIR)
    away = client.get(f"{path}?q=war")
    assert (away.status_code, away.headers["Retry-After"]) == (503, "60")
    assert "being prepared" in away.content.decode()


NOT_ALL_READ = [
    ("q=war&person=999999", ["The filter “person” has no value “999999”; it was left out."]),
    ("q=war&not_publisher=x", ["The filter “not_publisher” has no value “x”; it was left out."]),
    ("q=war&date_from=soon", ["“soon” is not a date such as 2022, 2022-05 or 2022-05-17; it was left out."]),
    ("q=war+person:nobody", ["The archive knows no person called “nobody”."]),
    ("q=war+OR+publisher:nowhere", ["The archive knows no publisher called “nowhere”."]),
    ("q=war+w*", ["“w*”"]),
    ("q=war+w*+speaker:nobody&sort=up", ["“w*”", "“sort” has no value “up”", "called “nobody”"]),
    ("q=war&" + "&".join(f"year={year}" for year in range(1970, 2021)), ["Only the first 50 values of"]),
]


@pytest.mark.parametrize(("query", "sentences"), NOT_ALL_READ)
@pytest.mark.parametrize("path", ["/search/export.csv", "/search/export.jsonl", "/search/feed.atom"])
def test_what_is_not_all_understood_is_no_file(client, listed, path, query, sentences):
    answer = client.get(f"{path}?{query}")
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, "text/plain; charset=utf-8")
    lines = answer.content.decode().splitlines()
    assert len(lines) == len(sentences)
    assert all(part in line for part, line in zip(sentences, lines, strict=True))


@pytest.mark.parametrize("query", [query for query, _ in NOT_ALL_READ])
def test_the_page_finds_what_it_can_all_the_same(client, listed, query):
    page = client.get(f"/search/?{query}")
    assert page.status_code == 200
    assert page.context["warnings"]
    assert not page.context["found"].is_empty


HOSTILE = [
    "q=" + "(" * 900 + "war",
    "q=%00war&person=%00&page=x",
    "q=war&date_from=soon&country=%F0%9F%98%80",
    "q=%FFwar",
]


@pytest.mark.parametrize("query", HOSTILE)
@pytest.mark.parametrize("path", ["/search/export.csv", "/search/export.jsonl", "/search/feed.atom"])
def test_hostile_addresses_are_answered(client, listed, path, query):
    assert client.get(f"{path}?{query}").status_code in (200, 400)

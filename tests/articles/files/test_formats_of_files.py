"""Every format, read back by a parser of others, with hostile texts, and honest where it broke off."""

import csv
import json
from datetime import UTC, datetime
from io import BytesIO, StringIO

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from openpyxl import load_workbook

from articles.bibliography import article_item
from articles.files import excel
from articles.files.formats import FORMATS, chunks, formats_for
from articles.files.table import About, NotWhole, Table
from tests.articles.bibliography.references import HOSTILE, unsaved

ABOUT = About(
    query="Searched paragraphs for “war”.",
    address="https://news.example/search/?q=war",
    made=datetime(2022, 5, 1, 12, 30, tzinfo=UTC),
    engine="whoosh, index version 9",
    left_out=("3 without a date", "1 article withdrawn"),
)
SAID = [
    "query: Searched paragraphs for “war”.",
    "address: https://news.example/search/?q=war",
    "made: 2022-05-01T12:30:00+00:00",
    "engine: whoosh, index version 9",
    "left out: 3 without a date",
    "left out: 1 article withdrawn",
]
FORMULAS = ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "＝1", '=HYPERLINK("http://x","y")']


def table_of(*texts, broken="", **values) -> Table:
    """Return a table with a row for each text."""

    def records():
        for number, text in enumerate(texts):
            yield {"number": number, "text": text, "names": ["Ida", "Jo"]}
        if broken:
            raise NotWhole(broken)

    def items():
        for number, text in enumerate(texts):
            yield article_item(unsaved(pk=number + 1, title=text), f"https://news.example/articles/{number + 1}/")
        if broken:
            raise NotWhole(broken)

    return Table("table", ("number", "text", "names"), ABOUT, records, items, **values)


def written(ending, table) -> bytes:
    return b"".join(chunks(table, FORMATS[ending]))


def read_csv(table):
    return list(csv.reader(StringIO(written("csv", table).decode("utf-8-sig"), newline="")))


def read_json_lines(table):
    return [json.loads(line) for line in written("jsonl", table).decode().split("\n")[:-1]]


def read_excel(table):
    return load_workbook(BytesIO(written("xlsx", table)))


def cells(sheet):
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def titles(ending, table):
    """Return the titles of the references in a file."""
    text = written(ending, table).decode()
    if ending == "ris":
        return [one["title"] for one in rispy.loads(text)]
    if ending == "bib":
        read = parse_string(text)
        assert read.failed_blocks == []
        return [entry.fields_dict["title"].value for entry in read.entries]
    return [one["title"] for one in json.loads(text)]


@pytest.mark.parametrize("text", [*HOSTILE, *FORMULAS])
def test_tables_keep_every_text(text):
    assert [row["text"] for row in read_json_lines(table_of(text))[:-1]] == [text]
    assert read_csv(table_of(text))[1][1].removeprefix("'") == text.replace("\r\n", "\r\n")


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_runs(text):
    assert read_csv(table_of(text))[1][1] == f"'{text}"
    cell = read_excel(table_of(text))["Rows"].cell(2, 2)
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_a_workbook_has_its_rows_and_what_it_says_of_itself():
    book = read_excel(table_of("one", "two"))
    assert cells(book["Rows"]) == [["number", "text", "names"], [0, "one", "Ida; Jo"], [1, "two", "Ida; Jo"]]
    assert [f"{what}: {said}" for what, said in cells(book["About this file"])[1:]] == [*SAID, "rows: 2"]


def test_an_empty_workbook_has_its_head():
    assert cells(read_excel(table_of())["Rows"]) == [["number", "text", "names"]]


def test_a_workbook_goes_on_on_another_sheet(monkeypatch):
    monkeypatch.setattr(excel, "MOST_ROWS", 3)
    book = read_excel(table_of(*"abcde"))
    assert book.sheetnames == ["Rows", "Rows 2", "Rows 3", "About this file"]
    assert [row[1] for name in book.sheetnames[:3] for row in cells(book[name])[1:]] == list("abcde")


@pytest.mark.parametrize("long", ["x" * 40_000, "⛴" * 32_766 + "👩" * 5])
def test_a_text_too_long_for_a_cell_is_cut_and_said_so(long):
    book = read_excel(table_of(long))
    text = book["Rows"].cell(2, 2).value
    assert text.endswith("…")
    assert len(text.encode("utf-16-le")) // 2 <= 32_767
    assert any("longer than a cell" in row[1] for row in cells(book["About this file"]))


@pytest.mark.parametrize("text", HOSTILE)
def test_workbooks_can_be_read_whatever_is_in_them(text):
    value = read_excel(table_of(text))["Rows"].cell(2, 2).value
    assert value.replace("_x000D_", "")[:10].strip()[:5] == text.strip()[:5]


def test_lines_of_a_table_end_with_what_it_says_of_itself():
    rows = read_csv(table_of("one"))
    assert [row[0] for row in rows[2:]] == [f"# {said}" for said in [*SAID, "rows: 1"]]
    assert {len(row) for row in rows} == {3}
    *_, last = read_json_lines(table_of("one"))
    assert (last["left_out"], last["rows"]) == (["3 without a date", "1 article withdrawn"], 1)


@pytest.mark.parametrize("ending", ["ris", "bib", "json"])
@pytest.mark.parametrize("text", HOSTILE)
def test_files_of_references_hold_as_many_as_there_are(ending, text):
    assert len(titles(ending, table_of(text, "another"))) == 3


@pytest.mark.parametrize("ending", ["ris", "bib", "json"])
def test_the_last_reference_is_what_was_searched(ending):
    assert "Searched paragraphs for “war”." in titles(ending, table_of("one"))[-1]
    assert "rows: 1" in written(ending, table_of("one")).decode()


@pytest.mark.parametrize("ending", FORMATS)
def test_what_broke_off_says_so_and_has_no_number_of_rows(ending):
    table = table_of("one", broken="This file is not whole.")
    if ending == "xlsx":
        said = [f"{what}: {it}" for what, it in cells(read_excel(table)["About this file"])]
    else:
        said = [written(ending, table).decode()]
    assert any("This file is not whole." in line for line in said)
    assert not any("rows: 1" in line or '"rows"' in line for line in said)


def test_rows_that_went_meanwhile_are_counted():
    assert read_json_lines(table_of("one", expected=3))[-1]["left_out"][-1].startswith("2 of 3 were found")


def test_what_cannot_be_cited_has_no_format_of_references():
    assert [one.ending for one in formats_for(False)] == ["csv", "xlsx", "jsonl"]
    assert [one.ending for one in formats_for(True)] == list(FORMATS)

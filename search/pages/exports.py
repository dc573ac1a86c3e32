"""Everything that a search finds as a file, CSV or JSON lines: streamed, in the order of the list.

There are as many rows as the page counts. Each has its article and the address of its paragraph, so that it can be
found and cited again. The last line says how many rows there are: a file without it is not whole, whatever broke it.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from django.http import HttpRequest, StreamingHttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.pages.spreadsheet import Cell, csv_lines
from search.pages.errors import errors_as_text, prepare_strictly
from search.results.ask_engine import SearchUnavailable
from search.results.scan import Scan, ScanRow, scan

MAX_ROWS = 50_000
LINES_PER_CHUNK = 500  # a step of an export, between two of which pages go first
ROWS = "# rows:"  # begins the last line of a table, where other lines have the id of an article
CUT = "Only the first {:,} of {:,} matches are here. Narrow the search to get all of them."
STOPPED = "This file is not whole: the search stopped before its end. Please try again."

Record = dict[str, Any]


@require_safe
@errors_as_text
def export_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Give all matches as a table for spreadsheets; a cell that could be taken for a formula begins with '."""
    return _file(request, "csv", "text/csv; charset=utf-8", _csv_lines)


@require_safe
@errors_as_text
def export_jsonl(request: HttpRequest) -> StreamingHttpResponse:
    """Give all matches as JSON, one object a line, every text exactly as it is."""
    return _file(request, "jsonl", "application/jsonl; charset=utf-8", _json_lines)


def _file(
    request: HttpRequest, ending: str, kind: str, lines: Callable[[Iterable[Record]], Iterator[str]]
) -> StreamingHttpResponse:
    found = scan(prepare_strictly(request.GET), MAX_ROWS)
    headers = {"Content-Disposition": f'attachment; filename="search.{ending}"', "Search-Matches": str(found.documents)}
    if cut := _cut(found):
        headers["Search-Cut"] = cut
    return StreamingHttpResponse(_chunks(lines(_records(found, request))), content_type=kind, headers=headers)


def _chunks(lines: Iterator[str]) -> Iterator[str]:
    """Join lines: a server sends each chunk by itself."""
    while some := "".join(islice(lines, LINES_PER_CHUNK)):
        yield some


def _cut(found: Scan) -> str:
    return CUT.format(MAX_ROWS, found.documents) if found.documents > MAX_ROWS else ""


def _records(found: Scan, request: HttpRequest) -> Iterator[Record]:
    """Return every row as it is written, and a last one: the number of `rows`, or why there is none in `cut`."""
    rows = 0
    try:
        for row in found.rows:
            yield _record(row, found.unit, request.build_absolute_uri)
            rows += 1
    except SearchUnavailable:
        yield {"cut": STOPPED}
    else:
        cut = _cut(found)
        yield {"rows": rows, "cut": cut} if cut else {"rows": rows}


def _record(row: ScanRow, unit: str, whole: Callable[[str], str]) -> Record:
    """Return the columns of a row, with absolute addresses; what is not known of an article is empty.

    Where its certainty is "unsure", nobody's name is among its speakers: who may have said it are its candidates.
    Its kind is what was searched: "paragraph", "article", or "direct quotation" and "mixed quotation".
    """
    return {
        "article": row.article.pk,
        "title": row.article.title,
        "publisher": str(row.article.publisher or ""),
        "published": row.article.published,
        "address": whole(row.address),
        "part": row.paragraph.kind if row.paragraph else "",
        "kind": f"{row.quotation.kind} quotation" if row.quotation else unit[:-1],
        "speakers": row.speakers,
        "text": row.text,
        "quotation": whole(reverse("quotation", args=[row.quotation.pk])) if row.quotation else "",
        "original": row.article.url,
        "section": str(row.article.section or ""),
        "published_doubt": row.article.published_doubt,
        "certainty": row.quotation.certainty.value if row.quotation else "",
        "candidates": row.candidates,
    }


COLUMNS = (
    "article",
    "title",
    "publisher",
    "published",
    "address",
    "part",
    "kind",
    "speakers",
    "text",
    "quotation",
    "original",
    "section",
    "published_doubt",
    "certainty",
    "candidates",
)


def _json_lines(records: Iterable[Record]) -> Iterator[str]:
    for record in records:
        yield json.dumps(record, ensure_ascii=False) + "\n"


def _csv_lines(records: Iterable[Record]) -> Iterator[str]:
    return csv_lines(COLUMNS, map(_cells, records))


def _cells(record: Record) -> list[Cell]:
    """Return a record's line; the last one is as wide as every other, so that any reader of CSV takes it for a row."""
    if COLUMNS[0] in record:
        return [record[column] for column in COLUMNS]
    rows = f"{ROWS} {record['rows']}" if "rows" in record else ""
    return [rows, record.get("cut", ""), *[""] * (len(COLUMNS) - 2)]

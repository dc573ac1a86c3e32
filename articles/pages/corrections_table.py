"""The log of corrections as files: a table for spreadsheets, narrowed as the page is, and all of it as data."""

import json
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.doorway import requires
from accounts.permissions import CORRECT
from articles.editing.exchange.records import records
from articles.files.csv_table import csv_lines
from articles.files.table import Cell
from articles.filters import CorrectionFilter
from articles.models import Correction
from articles.queries.history import READ_WITH
from articles.templatetags.wording import value_words

COLUMNS = (
    "correction",
    "at",
    "editor",
    "value",
    "of",
    "before",
    "after",
    "reason",
    "released",
    "takes back",
    "article",
    "title",
    "revision",
)
READ_AT_ONCE = 500


@require_safe
@requires(CORRECT)
def corrections_csv(request: HttpRequest) -> HttpResponseBase:
    """Give the corrections that the filters leave, in the order of the list; a filter that is wrong is a 400."""
    filters = CorrectionFilter(request.GET, queryset=Correction.objects.all(), request=request)
    if not filters.is_valid():
        wrong = [f"{name}: {error}" for name, errors in filters.errors.items() for error in errors]
        return HttpResponse("\n".join(wrong) + "\n", status=400, content_type="text/plain; charset=utf-8")
    rows = filters.rows.select_related(*READ_WITH).iterator(READ_AT_ONCE)
    cells = (_cells(one, request) for one in rows)
    headers = {"Content-Disposition": 'attachment; filename="corrections.csv"', "Cache-Control": "no-store"}
    return StreamingHttpResponse(_whole(cells), content_type="text/csv; charset=utf-8", headers=headers)


@require_safe
@requires(CORRECT)
def corrections_jsonl(request: HttpRequest) -> HttpResponseBase:
    """Give all corrections and decisions as data, for another installation (editing/exchange)."""
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records())
    headers = {"Content-Disposition": 'attachment; filename="corrections.jsonl"', "Cache-Control": "no-store"}
    return StreamingHttpResponse(lines, content_type="application/jsonl; charset=utf-8", headers=headers)


def _whole(cells: Iterator[list[Cell]]) -> Iterator[str]:
    """Yield the lines, and a last one with the number of rows: a file without it is not whole."""
    rows = 0

    def counted() -> Iterator[list[Cell]]:
        nonlocal rows
        for row in cells:
            rows += 1
            yield row
        yield [f"# rows: {rows}", *[""] * (len(COLUMNS) - 1)]

    yield from csv_lines(COLUMNS, counted())


def _cells(one: Correction, request: HttpRequest) -> list[Cell]:
    return [
        one.pk,
        one.at.isoformat(timespec="seconds"),
        one.editor.get_username(),
        one.get_field_display(),
        request.build_absolute_uri(_address(one)),
        value_words(one.before),
        value_words(one.after),
        one.reason,
        "yes" if one.releases else "",
        one.reverts_id or "",
        one.article_id or "",
        one.article.title if one.article else "",
        one.revision,
    ]


def _address(one: Correction) -> str:
    if one.quotation_id:
        return reverse("quotation", args=[one.quotation_id])
    if one.person:
        return one.person.get_absolute_url()
    assert one.article  # noqa: S101 -- a constraint of the table
    return one.article.get_absolute_url() + (f"#p{one.paragraph}" if one.paragraph else "")

"""Tables as Excel workbooks, written row by row, so that memory stays the same however long they are.

Every text is written as a text, which Excel shows and does not run; one that begins like a formula is marked besides,
as if somebody had typed ' before it, so that it stays a text when it is edited. What the file says of itself is a sheet
of its own.
"""

from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import xlsxwriter

from articles.files.csv_table import is_run, one_text
from articles.files.table import Cell, Closing, Record, Table

LONGEST_TEXT = 32_767  # what a cell of Excel holds, in UTF-16 units
MOST_ROWS = 1_048_576  # what a sheet holds, its head included
ROWS_PER_STEP = 500
CHUNK = 2**16  # bytes
CUT = "{:,} texts are longer than a cell of Excel holds; they end after {:,} characters, with an ellipsis."
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_excel(table: Table) -> Iterator[bytes]:
    """Yield a workbook: empty pieces while its rows are read, its bytes when they all have been."""
    with TemporaryDirectory(prefix="excel-") as folder:
        path = Path(folder) / "table.xlsx"
        book = _Book(path, table)
        try:
            yield from book.written()
        finally:
            book.close()
        yield from _pieces(path)


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(CHUNK):
            yield piece


class _Book:
    """A workbook that is being written."""

    def __init__(self, path: Path, table: Table) -> None:
        self._book = xlsxwriter.Workbook(path, {**OPTIONS, "tmpdir": str(path.parent)})
        self._bold = self._book.add_format({"bold": True})
        self._quoted = self._book.add_format({"quote_prefix": True})
        self._table, self._closing = table, Closing(table)
        self._cut = 0
        self._closed = False

    def written(self) -> Iterator[bytes]:
        """Write everything, and yield nothing for every few rows."""
        records = self._closing.counted(self._table.records())
        first = next(records, None)
        rest = chain([] if first is None else [first], records)
        number = 1
        while number == 1 or first is not None:
            sheet = self._sheet("Rows" if number == 1 else f"Rows {number}", self._table.columns)
            yield from self._rows(sheet, islice(rest, MOST_ROWS - 1))
            first = next(records, None)
            rest = chain([] if first is None else [first], records)
            number += 1
        self._about()
        self.close()

    def close(self) -> None:
        """Put the workbook together, once."""
        if not self._closed:
            self._closed = True
            self._book.close()

    def _sheet(self, name: str, head: tuple[str, ...]) -> Any:
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for column, title in enumerate(head):
            sheet.write_string(0, column, title, self._bold)
        return sheet

    def _rows(self, sheet: Any, records: Iterator[Record]) -> Iterator[bytes]:
        for row, record in enumerate(records, 1):
            for column, name in enumerate(self._table.columns):
                self._cell(sheet, row, column, record[name])
            if row % ROWS_PER_STEP == 0:
                yield b""

    def _cell(self, sheet: Any, row: int, column: int, cell: Cell) -> None:
        value = one_text(cell)
        if not isinstance(value, str):
            sheet.write_number(row, column, value)
        elif value:
            sheet.write_string(row, column, self._short(value), self._quoted if is_run(value) else None)

    def _short(self, text: str) -> str:
        if len(text.encode("utf-16-le")) // 2 <= LONGEST_TEXT:
            return text
        self._cut += 1
        return text.encode("utf-16-le")[: 2 * (LONGEST_TEXT - 1)].decode("utf-16-le", "ignore") + "…"

    def _about(self) -> None:
        if self._cut:
            self._closing.notes.append(CUT.format(self._cut, LONGEST_TEXT))
        sheet = self._sheet("About this file", ("what", "is"))
        sheet.set_column(1, 1, 120)
        for row, line in enumerate(self._closing.lines(), 1):
            what, _, said = line.partition(": ")
            self._cell(sheet, row, 0, what)
            self._cell(sheet, row, 1, said)

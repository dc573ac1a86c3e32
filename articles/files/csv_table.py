"""Tables as CSV that a spreadsheet opens as they are meant, and that runs nothing that somebody wrote into a text.

What the file says of itself are its last lines, in the first column, each as wide as every other line, so that any
reader of CSV takes them for rows; they begin with #.
"""

import csv
from collections.abc import Iterable, Iterator

from articles.files.table import Cell, Closing, Table

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # and their fullwidth forms
BYTE_ORDER_MARK = "\ufeff"  # without it a spreadsheet takes UTF-8 for something else


class _Line:
    """A file to the csv module, which hands each line on."""

    def write(self, line: str) -> str:
        return line


def write_csv(table: Table) -> Iterator[str]:
    """Yield a table line by line: its head, its records, and what it says of itself."""
    closing = Closing(table)
    rows = ([record[column] for column in table.columns] for record in closing.counted(table.records()))
    yield from csv_lines(table.columns, rows)
    line = csv.writer(_Line())
    yield from (line.writerow([f"# {said}", *[""] * (len(table.columns) - 1)]) for said in closing.lines())


def csv_lines(columns: Iterable[str], rows: Iterable[Iterable[Cell]]) -> Iterator[str]:
    """Yield a table's lines: its head, then its rows; a cell that could be taken for a formula begins with '."""
    table = csv.writer(_Line())
    yield BYTE_ORDER_MARK + table.writerow(columns)
    for row in rows:
        yield table.writerow([_cell(value) for value in row])


def one_text(value: Cell) -> int | float | str:
    """Return a value as one cell holds it: several names with "; " between them."""
    return "; ".join(value) if isinstance(value, list) else value


def is_run(value: int | float | str) -> bool:
    """Say whether a spreadsheet would take a value for a formula, and run it."""
    return isinstance(value, str) and value.startswith(FORMULA)


def _cell(value: Cell) -> int | float | str:
    text = one_text(value)
    return f"'{text}" if is_run(text) else text

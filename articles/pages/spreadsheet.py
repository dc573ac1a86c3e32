"""Tables as CSV that a spreadsheet opens as they are meant, and that runs nothing that somebody wrote into a text."""

import csv
from collections.abc import Iterable, Iterator

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # and their fullwidth forms
BYTE_ORDER_MARK = "\ufeff"  # without it a spreadsheet takes UTF-8 for something else

Cell = int | str | list[str]


class _Line:
    """A file to the csv module, which hands each line on."""

    def write(self, line: str) -> str:
        return line


def csv_lines(columns: Iterable[str], rows: Iterable[Iterable[Cell]]) -> Iterator[str]:
    """Yield a table's lines: its head, then its rows; a cell that could be taken for a formula begins with '."""
    table = csv.writer(_Line())
    yield BYTE_ORDER_MARK + table.writerow(columns)
    for row in rows:
        yield table.writerow([_cell(value) for value in row])


def _cell(value: Cell) -> int | str:
    """Write a value as a spreadsheet shows it: text that begins like a formula would be run, so it gets a '."""
    if isinstance(value, int):
        return value
    text = "; ".join(value) if isinstance(value, list) else value
    return f"'{text}" if text.startswith(FORMULA) else text

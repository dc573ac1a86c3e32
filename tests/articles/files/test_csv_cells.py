"""Tables for spreadsheets, in which no text runs."""

import csv
from io import StringIO

import pytest

from articles.files.csv_table import csv_lines

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "=HYPERLINK(0)"]


def written(*cells):
    """Return a row as a spreadsheet reads it."""
    lines = "".join(csv_lines(["one", "other"], [cells]))
    return list(csv.reader(StringIO(lines.removeprefix("\ufeff"), newline="")))[1]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_taken_for_a_formula(text):
    assert written(text, [text, "Kirby"]) == [f"'{text}", f"'{text}; Kirby"]


@pytest.mark.parametrize("text", ["", "a=1", "“-1”", "–1", "1-1", 7])
def test_other_cells_stay_as_they_are(text):
    assert written(text, "x") == [str(text), "x"]

"""Dates as papers, pages and agencies write them (../shared): a day that is printed for all to see is the one read."""

import csv
import re

import pytest

from articles.sources.dates import UnreadableDateError, read_date

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTH = rf"(?P<month>{'|'.join(MONTHS)})[a-z]*\.?"
DAY, YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>(?:19|20)\d\d)"
WRITTEN = [
    re.compile(rf"(?i)\b{MONTH}\s+{DAY},?\s+{YEAR}\b"),
    re.compile(rf"(?i)\b{DAY}\.?[\s-]+{MONTH},?[\s-]+{YEAR}\b"),
    re.compile(rf"\b{YEAR}-(?P<number>\d\d)-{DAY}(?!\d)"),
]
MOST_REFUSED = 0.21  # of texts with such a day; around it most of these have words of other languages


@pytest.fixture
def written(shared):
    """The texts of the table, each once."""
    with (shared / "data" / "awkward" / "dates.tsv").open(newline="") as file:
        return {row["date_string"] for row in csv.DictReader(file, delimiter="\t")}


def printed_day(text):
    """Return the day that a text names with its month in words or in ISO's order, if it names one day."""
    days = {day_of(found.groupdict()) for form in WRITTEN for found in form.finditer(text)}
    return days.pop() if len(days) == 1 else None


def day_of(parts):
    month = parts.get("number") or MONTHS.index(parts["month"].lower()) + 1
    return f"{parts['year']}-{int(month):02d}-{int(parts['day']):02d}"


def read(text):
    try:
        return read_date(text)
    except UnreadableDateError:
        return None


def test_the_day_that_is_printed_is_the_day_that_is_read(written):
    printed = {text: day for text in written if (day := printed_day(text))}
    dates = {text: read(text) for text in printed}
    assert {text: date.iso for text, date in dates.items() if date and date.iso[:10] != printed[text]} == {}
    assert sum(date is None for date in dates.values()) <= MOST_REFUSED * len(printed)


def test_no_text_breaks_the_reader_and_what_is_read_is_read_back(written):
    dates = [date for date in map(read, written) if date]
    assert dates == [read_date(date.iso) for date in dates]

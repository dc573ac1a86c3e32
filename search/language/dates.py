"""Dates as readers type them: ISO 8601, cut off after the year or the month where no more is known."""

import re
from datetime import date, timedelta
from typing import NamedTuple

ISO = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


class DateRange(NamedTuple):
    """A half-open range of days; `end` is None where the range goes on to the last day of the calendar."""

    first: date
    end: date | None


def parse_date(text: str) -> DateRange | None:
    """Return the days of "2020", "2020-05" or "2020-05-17"; None for what is no date of the calendar."""
    found = ISO.fullmatch(text.strip()) if text.isascii() else None
    if found is None:
        return None
    year, month, day = (int(group) if group else None for group in found.groups())
    try:
        first = date(year or 0, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return DateRange(first, _end(first, month, day))


def _end(first: date, month: int | None, day: int | None) -> date | None:
    try:
        if day is not None:
            return first + timedelta(days=1)
        if month is not None:
            return date(first.year + month // 12, month % 12 + 1, 1)
        return date(first.year + 1, 1, 1)
    except (ValueError, OverflowError):  # there is no year 10000
        return None

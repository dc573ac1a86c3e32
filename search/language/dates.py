"""Dates as readers type them: ISO 8601, cut off after the year or the month where no more is known."""

import re
from datetime import date, timedelta
from typing import NamedTuple

ISO = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


class Span(NamedTuple):
    """The days a date covers: the first, and the first one after."""

    first: date
    after: date


def read_date(text: str) -> Span | None:
    """Read "2020", "2020-05" or "2020-05-17"; None for what is no date of the calendar."""
    found = ISO.fullmatch(text.strip()) if text.isascii() else None
    if found is None:
        return None
    year, month, day = (int(group) if group else None for group in found.groups())
    try:
        return _span(year or 0, month, day)
    except (ValueError, OverflowError):
        return None


def _span(year: int, month: int | None, day: int | None) -> Span:
    if day is not None and month is not None:
        first = date(year, month, day)
        return Span(first, first + timedelta(days=1))
    if month is not None:
        return Span(date(year, month, 1), date(year + month // 12, month % 12 + 1, 1))
    return Span(date(year, 1, 1), date(year + 1, 1, 1))

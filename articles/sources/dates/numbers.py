"""Dates in numbers alone, whose order has to be known: “25.12.2019” is one day, “03/04/2020” and “19-03-04” are not.

“03/04/2020” is March in one country and April in another, and of “19-03-04” the first number or the last is the year.
What several countries would read differently is not guessed.
"""

import re
from collections.abc import Iterator
from datetime import date

from dateutil.parser import parserinfo

from .errors import AmbiguousDateError

THREE = re.compile(r"(?<!\d)(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d:])")
YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([./-])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)")
HAS_MONTH_NAME = re.compile(r"(?i)\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")
UNMARKED = re.compile(r"\d{1,3}|\d{5,7}")  # “60” is no year, “190304” six numbers in an order nobody knows
COUNTED = {2: "two", 3: "three"}


def with_year_first(text: str, given: str) -> str:
    """Return the text with its date in numbers, where it has one, as YYYY-MM-DD. `given` is how it was written.

    Raises AmbiguousDateError where the numbers are several days, ValueError where they are none.
    """
    if UNMARKED.fullmatch(text):
        raise ValueError("it is a number without a mark")
    if first := YEAR_FIRST.search(text):
        day = date(int(first[1]), int(first[3]), int(first[4]))
        return _replaced(text, first, day)
    three = THREE.search(text)
    if three is None or HAS_MONTH_NAME.search(text):
        return text
    days = _days(three[1], three[3], three[4])
    if len(days) > 1:
        named = [f"{day.day} {day:%B} {day.year}" for day in days]
        raise AmbiguousDateError(
            f"“{given}” can be read as {COUNTED[len(named)]} dates, {', '.join(named[:-1])} or {named[-1]}"
        )
    if not days:
        raise ValueError("no order of the numbers makes a day")
    return _replaced(text, three, days[0])


def _replaced(text: str, numbers: re.Match[str], day: date) -> str:
    return f"{text[: numbers.start()]}{day.isoformat()}{text[numbers.end() :]}"


def _days(first: str, second: str, last: str) -> list[date]:
    """Return the days that three numbers can be, also those that lie ahead: what is read is the same in any year."""
    return list(dict.fromkeys(_orders(first, second, last)))


def _orders(first: str, second: str, last: str) -> Iterator[date]:
    """Yield the day of each order that makes one: day, month, year; month, day, year; year, month, day."""
    orders = [(last, second, first), (last, first, second)]
    if len(first) == len(last) == 2:
        orders.append((first, second, last))
    for year, month, day in orders:
        try:
            yield date(_whole_year(year), int(month), int(day))
        except ValueError:
            continue


def _whole_year(digits: str) -> int:
    """Return the year; one of two digits is the nearest of that name."""
    year: int = parserinfo().convertyear(int(digits), century_specified=len(digits) > 2)
    return year

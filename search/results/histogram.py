"""Months with their counts → the bars of a chart: equal stretches of time, few enough to be seen and touched.

A bar's request finds just what the bar counts: the engine counts a timeline as if nothing were chosen of time, and
the request of a bar asks for its time instead of what was chosen. What has no date is in no bar.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from search.engines.port import MonthCount
from search.results.request import SearchRequest

WIDTHS = (1, 3, 12, 24, 60, 120, 1200, 12000)  # months that a bar may stand for
YEAR = 12
LAST_YEAR = date.max.year


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time with what was found in it by a request, and the request for it alone.

    `date_from` and `date_to` are as in a request: its first and its last year or month. `chosen` says that the time
    asked for has some of it.
    """

    name: str
    count: int
    date_from: str
    date_to: str
    chosen: bool
    request: SearchRequest

    @property
    def click(self) -> SearchRequest:
        """The request for this time alone."""
        return self.request.between(self.date_from, self.date_to)


@dataclass(frozen=True, slots=True)
class Histogram:
    """The bars from the first month with something to the last, in order, also those with nothing.

    `width` is how many months a bar stands for, `highest` the count of the highest bar, `total` the sum of all counts;
    `narrowed` says that a time is asked for.
    """

    width: int
    bars: tuple[Bar, ...]
    highest: int
    total: int
    narrowed: bool


def histogram(request: SearchRequest, months: Sequence[MonthCount], max_bars: int) -> Histogram | None:
    """Return a histogram of at most `max_bars` bars (12 or more), or None where nothing has a date."""
    counts = {_number(one.month): one.count for one in months if one.count}
    if not counts:
        return None
    width = next((width for width in WIDTHS if _bar_count(counts, width) <= max_bars), WIDTHS[-1])
    summed: Counter[int] = Counter()
    for month, count in counts.items():
        summed[month // width] += count
    chosen = _ChosenTime(request)
    numbers = range(min(summed), max(summed) + 1)
    bars = tuple(_bar(request, number * width, width, summed[number], chosen) for number in numbers)
    return Histogram(width, bars, max(summed.values()), summed.total(), chosen.any)


def _bar_count(counts: Iterable[int], width: int) -> int:
    return max(counts) // width - min(counts) // width + 1


def _number(month: str) -> int:
    """Number the months since the year 0."""
    return int(month[:4]) * YEAR + int(month[5:]) - 1


class _ChosenTime:
    """Says of each month whether the time that a request asks for has some of it."""

    def __init__(self, request: SearchRequest) -> None:
        self.first, self.end = request.first_day(), request.first_day_after()
        self.years, self.months = set(request.chosen_in("years")), set(request.chosen_in("months"))
        self.not_years, self.not_months = set(request.excluded_in("years")), set(request.excluded_in("months"))
        days = (request.date_from, request.date_to)
        self.any = any((*days, self.years, self.months, self.not_years, self.not_months))

    def has(self, month: int) -> bool:
        year, iso = month // YEAR, _iso(month, 1)
        if (self.years and year not in self.years) or (self.months and iso not in self.months):
            return False
        if year in self.not_years or iso in self.not_months:
            return False
        first = date(year, month % YEAR + 1, 1)
        return not (self.end and first >= self.end) and not (self.first and _is_over(month, self.first))


def _is_over(month: int, day: date) -> bool:
    return month < day.year * YEAR + day.month - 1


def _bar(request: SearchRequest, first: int, width: int, count: int, chosen: _ChosenTime) -> Bar:
    months = _months(first, width)
    date_from, date_to = _iso(months[0], width), _iso(months[-1], width)
    is_chosen = chosen.any and any(map(chosen.has, months))
    return Bar(_name(months, width), count, date_from, date_to, is_chosen, request)


def _months(first: int, width: int) -> range:
    """Return the months of a bar that are in the calendar, which has no year 0."""
    return range(max(first, YEAR), min(first + width, (LAST_YEAR + 1) * YEAR))


def _iso(month: int, width: int) -> str:
    """Write a month as a request takes it, or its year alone where the width is of whole years."""
    year, of_year = divmod(month, YEAR)
    return f"{year:04}" if width % YEAR == 0 else f"{year:04}-{of_year + 1:02}"


def _name(months: range, width: int) -> str:
    """Name a stretch of time as people do: "May 2016", "April to June 2016", "2016", "2010 to 2019"."""
    first, last = months[0], months[-1]
    if width % YEAR:
        start, end = (date(month // YEAR, month % YEAR + 1, 1) for month in (first, last))
        return f"{start:%B} {start.year}" if width == 1 else f"{start:%B} to {end:%B} {end.year}"
    return str(first // YEAR) if width == YEAR else f"{first // YEAR} to {last // YEAR}"

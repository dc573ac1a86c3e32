"""What the archive holds, and from when: articles counted by publisher and stretch of time.

An article counts in the year or month that it prints itself; where only its year is known, in the first month of that,
as in every filter of dates. What has no date is in no stretch and counted apart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Case, Count, Max, Min, Q, QuerySet, Value, When
from django.db.models.functions import Left

from articles.models import Article, Publisher

from .heat import Heat, heat_of

YEAR, MONTH = len("2022"), len("2022-03")
MOST_STRETCHES = 24  # columns of a table
SPANS = (1, 5, 10, 50, 100, 1000)  # years that a stretch may have
MONTHS = tuple(f"{month:02}" for month in range(1, 13))

Years = tuple[int, int]  # the first and the last, both included
Periods = Mapping[str, int]  # articles by year or month as they print it; "" has no date


@dataclass(frozen=True, slots=True)
class Stretch:
    """Years or one month, from the `first` to the `last`, both included, in ISO 8601."""

    first: str
    last: str

    @property
    def is_month(self) -> bool:
        """Whether it is one month, and so can't be looked at more closely."""
        return len(self.first) == MONTH

    def holds(self, period: str) -> bool:
        """Say whether a year or month is within; of a month that is not known, its year's first is."""
        if self.is_month:
            return (period + "-01")[:MONTH] == self.first
        return self.first <= period[:YEAR] <= self.last


@dataclass(frozen=True, slots=True)
class Cell:
    """How many articles there are in a stretch of time."""

    stretch: Stretch
    times: int


@dataclass(frozen=True, slots=True)
class Holding:
    """How many articles of a publisher, or of all, there are in each stretch; `undated` are in none.

    `publisher` is None for articles that name none and for all together; `of_all` tells which.
    """

    publisher: Publisher | None
    cells: tuple[Cell, ...]
    undated: int
    of_all: bool = False

    @property
    def narrowing(self) -> str:
        """The parameter that narrows the list of articles to these; empty for all."""
        if self.of_all:
            return ""
        return f"publisher={self.publisher.pk}" if self.publisher else "missing=publisher"

    @property
    def dated(self) -> int:
        """How many there are in all stretches."""
        return sum(cell.times for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Rows of publishers over stretches of time, all together last.

    `year_alone` is how many of them say the year alone and so count in its first month, where stretches are months.
    """

    stretches: tuple[Stretch, ...]
    rows: tuple[Holding, ...]
    total: Holding
    year_alone: int

    @property
    def heat(self) -> Heat:
        """How numbers are shaded: by the distribution of those at hand, without the sums."""
        return heat_of(cell.times for row in self.rows for cell in row.cells)


@dataclass(frozen=True, slots=True)
class YearOfMonths:
    """A year of one publisher with its articles a month."""

    year: str
    cells: tuple[Cell, ...]

    @property
    def total(self) -> int:
        """How many there are in all months."""
        return sum(cell.times for cell in self.cells)


@dataclass(frozen=True, slots=True)
class PublisherCoverage:
    """A publisher's years, those without an article between the first and the last too, the newest first."""

    years: tuple[YearOfMonths, ...]
    undated: int
    year_alone: int

    @property
    def dated(self) -> int:
        """How many of its articles have a date."""
        return sum(year.total for year in self.years)

    @property
    def heat(self) -> Heat:
        """How numbers are shaded."""
        return heat_of(cell.times for year in self.years for cell in year.cells)


def archive_years() -> Years | None:
    """Return the years of the first article and of the last; None where none has a date (1 query)."""
    dated = Article.objects.filter(published_from__isnull=False)
    ends = dated.aggregate(first=Min(Left("published", YEAR)), last=Max(Left("published", YEAR)))
    return (int(ends["first"]), int(ends["last"])) if ends["first"] else None


def stretches_of(years: Years) -> tuple[Stretch, ...]:
    """Return the stretches that some years are shown in: months of one year, else as few years each as fit a table."""
    first, last = years
    if first == last:
        return _months_of(first)
    span = next(span for span in SPANS if last // span - first // span < MOST_STRETCHES)
    begins = range(first // span * span, last + 1, span)
    return tuple(Stretch(f"{max(begin, first):04}", f"{min(begin + span - 1, last):04}") for begin in begins)


def _months_of(year: int) -> tuple[Stretch, ...]:
    return tuple(Stretch(month, month) for month in (f"{year:04}-{month}" for month in MONTHS))


def coverage(publishers: Sequence[Publisher | None], years: Years) -> Coverage:
    """Count the articles of these publishers, and of all, in the stretches of some years (2 queries).

    None among the publishers stands for articles that name none.
    """
    stretches = stretches_of(years)
    articles = _within(Article.objects.order_by(), years)
    size = MONTH if stretches[0].is_month else YEAR
    every = _by_period(articles, size)
    keys = [one.pk for one in publishers if one]
    asked = Q(publisher__in=keys) | (Q(publisher=None) if None in publishers else Q(pk__in=()))
    of_each = _by_publisher(articles.filter(asked), size)
    rows = tuple(_holding(one, of_each.get(one.pk if one else None, {}), stretches) for one in publishers)
    year_alone = _year_alone(every) if size == MONTH else 0
    return Coverage(stretches, rows, _holding(None, every, stretches, of_all=True), year_alone)


def _within(articles: QuerySet[Article], years: Years) -> QuerySet[Article]:
    """Keep what is of these years or has no date."""
    dated = Q(published_from__isnull=False, published__gte=f"{years[0]:04}")
    if years[1] < 9999:
        dated &= Q(published__lt=f"{years[1] + 1:04}")
    return articles.filter(dated | Q(published_from=None))


def _period(size: int) -> Case:
    """The year or month of an article; "" where it has no date, also where the one it has is doubted."""
    return Case(When(published_from=None, then=Value("")), default=Left("published", size))


def _by_period(articles: QuerySet[Article], size: int) -> Periods:
    return dict(articles.values_list(_period(size)).annotate(times=Count("pk")))


def _by_publisher(articles: QuerySet[Article], size: int) -> Mapping[int | None, Periods]:
    of_each: dict[int | None, dict[str, int]] = {}
    for publisher, period, times in articles.values_list("publisher", _period(size)).annotate(times=Count("pk")):
        of_each.setdefault(publisher, {})[period] = times
    return of_each


def _holding(
    publisher: Publisher | None, periods: Periods, stretches: Sequence[Stretch], of_all: bool = False
) -> Holding:
    return Holding(publisher, _cells(periods, stretches), periods.get("", 0), of_all)


def _cells(periods: Periods, stretches: Sequence[Stretch]) -> tuple[Cell, ...]:
    dated = [(period, times) for period, times in periods.items() if period]
    return tuple(Cell(one, sum(times for period, times in dated if one.holds(period))) for one in stretches)


def _year_alone(periods: Periods) -> int:
    return sum(times for period, times in periods.items() if len(period) == YEAR)


def publisher_coverage(publisher: Publisher) -> PublisherCoverage:
    """Count a publisher's articles by month (1 query)."""
    periods = _by_period(Article.objects.filter(publisher=publisher).order_by(), MONTH)
    of_year: dict[int, dict[str, int]] = {}
    for period, times in periods.items():
        if period:
            of_year.setdefault(int(period[:YEAR]), {})[period] = times
    newest_first = range(max(of_year), min(of_year) - 1, -1) if of_year else ()
    years = (YearOfMonths(f"{year:04}", _cells(of_year.get(year, {}), _months_of(year))) for year in newest_first)
    return PublisherCoverage(tuple(years), periods.get("", 0), _year_alone(periods))

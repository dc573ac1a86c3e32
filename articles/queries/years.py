"""How many articles there are a year, to be drawn as columns."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.db.models.functions import Left

from articles.models import Article

YEAR = len("2022")  # the characters of a date that are its year
MOST_COLUMNS = 60
SPANS = (1, 10, 100, 1000)  # years that a column stands for: as few as make no more columns than a chart has room for


@dataclass(frozen=True, slots=True)
class YearCount:
    """How many articles are of a year or, where years are many, of ten or more: from the `first` to the `last`."""

    first: str
    last: str
    times: int

    @property
    def name(self) -> str:
        """The year, or the first and the last."""
        return self.first if self.first == self.last else f"{self.first} to {self.last}"


def years_of(articles: QuerySet[Article]) -> list[YearCount]:
    """Return the years from the first of these articles to the last, those without any too (1 query)."""
    dated = articles.filter(published_from__isnull=False).order_by()
    counted = dated.values_list(Left("published", YEAR)).annotate(times=Count("pk"))
    by_year = {int(year): times for year, times in counted}
    return _columns(by_year) if by_year else []


def _columns(by_year: dict[int, int]) -> list[YearCount]:
    earliest, latest = min(by_year), max(by_year)
    span = next(span for span in SPANS if latest // span - earliest // span < MOST_COLUMNS)
    firsts = range(earliest // span * span, latest + 1, span)
    times = {first: sum(by_year.get(year, 0) for year in range(first, first + span)) for first in firsts}
    return [YearCount(f"{max(first, 1):04}", f"{first + span - 1:04}", number) for first, number in times.items()]

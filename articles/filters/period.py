"""A period, as a reader gives it: a year, a month or a day."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django import forms
from django_filters import Filter

from articles.sources.dates import PublishedDate, UnreadableDateError, read_date


@dataclass(frozen=True, slots=True)
class Period:
    """The time a date covers at its precision: from `start` until just before `end`."""

    start: datetime
    end: datetime
    words: str

    def __str__(self) -> str:
        return self.words

    @classmethod
    def of(cls, date: PublishedDate) -> "Period":
        """Return the year, month, day, minute or second that a date names."""
        return cls(date.start, _end(date), date.iso)


def _end(date: PublishedDate) -> datetime:
    start, precision = date.start, len(date.iso)
    try:
        if precision == len("2022"):
            return start.replace(year=start.year + 1)
        if precision == len("2022-03"):
            return (start + timedelta(days=31)).replace(day=1)
        step = {len("2022-03-18"): timedelta(days=1)}
        return start + step.get(precision, timedelta(minutes=1))
    except (ValueError, OverflowError):  # the end of the year 9999
        return datetime.max.replace(tzinfo=UTC)


class PeriodField(forms.CharField):
    """A year, a month or a day in a reader's words; cleans to a Period."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=80, **kwargs)
        self.widget.attrs |= {"placeholder": "2022-03-18", "autocomplete": "off"}

    def clean(self, value: Any) -> Period | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            return Period.of(read_date(text))
        except UnreadableDateError as error:
            raise forms.ValidationError(f"{str(error)[:1].upper()}{str(error)[1:]}.") from error


class PeriodFilter(Filter):
    """Narrows a list by a date."""

    field_class = PeriodField

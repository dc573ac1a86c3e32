"""A period, as a reader gives it: a year, a month or a day."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from dateutil.relativedelta import relativedelta
from django import forms
from django.db.models import Q
from django_filters import Filter

from articles.sources.dates import UnreadableDateError, read_date

DAY = len("2022-03-18")
LENGTHS = {4: relativedelta(years=1), 7: relativedelta(months=1), DAY: relativedelta(days=1)}  # by their ISO forms
FIRST_DAYS = re.compile(r"(-01)+$")  # what a shorter date with the same first day goes without


@dataclass(frozen=True, slots=True)
class Period:
    """A year, a month or a day in its ISO form: "2022", "2022-03", "2022-03-18".

    An article is of the date that it prints itself, whatever zone it names; where only its year or month is known, it
    counts as published on the first day of that, as in a search. A doubted date counts as none. ISO dates stand in the
    order of their texts, so texts are what is compared.
    """

    iso: str

    def __str__(self) -> str:
        return self.iso

    def is_before(self, other: "Period") -> bool:
        """Say whether this ends before the other begins."""
        shared = min(len(self.iso), len(other.iso))
        return self.iso[:shared] < other.iso[:shared]

    def instants(self) -> tuple[datetime, datetime]:
        """Return the instant at which it begins and the one at which it has ended, in UTC."""
        begins = datetime.fromisoformat((self.iso + "-01-01")[:DAY]).replace(tzinfo=UTC)
        try:
            return begins, begins + LENGTHS[len(self.iso)]
        except ValueError:  # it ends with the calendar
            return begins, datetime.max.replace(tzinfo=UTC)

    def or_later(self, prefix: str = "") -> Q:
        """What was published in this period or after it; `prefix` leads to the article."""
        first = FIRST_DAYS.sub("", self.iso)  # "2022" has the first day of "2022-01-01"
        return Q((f"{prefix}published__gte", first), (f"{prefix}published_from__isnull", False))

    def or_earlier(self, prefix: str = "") -> Q:
        """What was published in this period or before it; `prefix` leads to the article."""
        before_or_within = Q((f"{prefix}published__lte", self.iso)) | Q((f"{prefix}published__startswith", self.iso))
        return before_or_within & Q((f"{prefix}published_from__isnull", False))


def read_period(text: str) -> Period:
    """Read a year, a month or a day in a reader's words. Raises UnreadableDateError, with a sentence, for all else."""
    iso = read_date(text).iso
    if len(iso) > DAY:
        raise UnreadableDateError("give a year, a month or a day, without a time")
    return Period(iso)


class PeriodField(forms.CharField):
    """A year, a month or a day in a reader's words; cleans to a Period."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=80, **kwargs)
        self.widget.attrs["autocomplete"] = "off"

    def clean(self, value: Any) -> Period | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            return read_period(text)
        except UnreadableDateError as error:
            raise forms.ValidationError(f"{str(error)[:1].upper()}{str(error)[1:]}.") from error


class PeriodFilter(Filter):
    """Narrows a list by a date."""

    field_class = PeriodField

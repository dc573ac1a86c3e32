"""A period, as a reader gives it: a year, a month or a day."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Q
from django_filters import Filter

from articles.sources.dates import UnreadableDateError, read_date

YEAR, MONTH, DAY = len("2022"), len("2022-03"), len("2022-03-18")


@dataclass(frozen=True, slots=True)
class Period:
    """A year, a month or a day in its ISO form: "2022", "2022-03", "2022-03-18".

    An article is of the date that it prints itself, whatever zone it names, and a date known by its year alone may be
    any day of that year. ISO dates stand in the order of their texts, so texts are what is compared.
    """

    iso: str

    def __str__(self) -> str:
        return self.iso

    def is_before(self, other: "Period") -> bool:
        """Say whether this ends before the other begins."""
        shared = min(len(self.iso), len(other.iso))
        return self.iso[:shared] < other.iso[:shared]

    def or_later(self, prefix: str = "") -> Q:
        """What was published in this period or after it; `prefix` leads to the article."""
        wider = [self.iso[:length] for length in (YEAR, MONTH) if length < len(self.iso)]
        return Q((f"{prefix}published__gte", self.iso)) | Q((f"{prefix}published__in", wider))

    def or_earlier(self, prefix: str = "") -> Q:
        """What was published in this period or before it; `prefix` leads to the article."""
        before_or_within = Q((f"{prefix}published__lte", self.iso)) | Q((f"{prefix}published__startswith", self.iso))
        return before_or_within & ~Q((f"{prefix}published", ""))


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
            iso = read_date(text).iso
        except UnreadableDateError as error:
            raise forms.ValidationError(f"{str(error)[:1].upper()}{str(error)[1:]}.") from error
        if len(iso) > DAY:
            raise forms.ValidationError("Give a year, a month or a day, without a time.")
        return Period(iso)


class PeriodFilter(Filter):
    """Narrows a list by a date."""

    field_class = PeriodField

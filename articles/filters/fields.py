"""What a reader fills in to narrow a list: a period, a person; each cleans to values and answers in sentences."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse_lazy
from django_filters import ChoiceFilter, Filter, FilterSet

from articles.models import Country, Person
from articles.queries import people_called
from articles.sources.dates import PublishedDate, UnreadableDateError, read_date

MOST_PEOPLE = 100  # a name that fits more people than this is too little of a name to filter by
NUMBERED = re.compile(r"(?:.*\()?\s*(\d{1,18})\s*\)?")  # "12", or "Lloyd Austin (12)" as suggestions write it


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


@dataclass(frozen=True, slots=True)
class Called:
    """The people a reader's words mean, and the words to say it back in."""

    keys: tuple[int, ...]
    words: str

    def __str__(self) -> str:
        return self.words


class PersonField(forms.CharField):
    """A person's name or number; cleans to the people it means. Suggestions come while typing, where scripts run."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=200, **kwargs)
        self.widget.attrs |= {"autocomplete": "off", "data-suggests": "people"}

    def clean(self, value: Any) -> Called | None:
        text = super().clean(value)
        if not text:
            return None
        number = NUMBERED.fullmatch(text)
        return self.numbered(int(number[1])) if number else self.called(text)

    def numbered(self, number: int) -> Called:
        """Return the person of that number."""
        name = Person.objects.filter(pk=number).values_list("name", flat=True).first()
        if name is None:
            raise forms.ValidationError(f"The archive has no person of number {number}.")
        return Called((number,), name)

    def called(self, text: str) -> Called:
        """Return the people of that name."""
        keys = people_called(text, MOST_PEOPLE)
        if not keys:
            raise forms.ValidationError(f"The archive knows nobody called “{text}”.")
        if len(keys) > MOST_PEOPLE:
            raise forms.ValidationError(f"More than {MOST_PEOPLE} people are called “{text}”: give more of the name.")
        return Called(tuple(keys), text)

    def prepare_value(self, value: Any) -> Any:
        """Show a bare number, as links carry it, with the name it stands for."""
        if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 19:
            name = Person.objects.filter(pk=int(value)).values_list("name", flat=True).first()
            return f"{name} ({value})" if name else value
        return value


class PeriodFilter(Filter):
    """Narrows a list by a date."""

    field_class = PeriodField


class PeopleFilter(Filter):
    """Narrows a list by a person; its input asks for suggestions while somebody types."""

    field_class = PersonField

    @property
    def field(self) -> forms.Field:
        field = super().field
        suggested = f"{self.field_name}-suggested"
        field.widget.attrs |= {
            "list": suggested,
            "hx-get": reverse_lazy("suggested-people"),
            "hx-trigger": "input changed delay:200ms",
            "hx-target": f"#{suggested}",
            "hx-sync": "this:replace",
        }
        return field


def country_choices() -> list[tuple[str, str]]:
    """Return the countries the archive has met, to choose from."""
    return list(Country.objects.order_by("name").values_list("code", "name"))


class CountryFilter(ChoiceFilter):
    """Narrows a list by a country that the archive has met."""

    def __init__(self, **kwargs: Any) -> None:
        wrong = {"invalid_choice": "“%(value)s” is not a country that the archive has met."}
        super().__init__(choices=country_choices, empty_label="Any country", error_messages=wrong, **kwargs)


def leave(queryset: QuerySet[Any], name: str, value: Any) -> QuerySet[Any]:
    """Leave the rows as they are: for a field that only orders them."""
    return queryset


class SortFilter(ChoiceFilter):
    """Orders a list; narrows nothing."""

    def __init__(self, **kwargs: Any) -> None:
        wrong = {"invalid_choice": "A list cannot be sorted by “%(value)s”."}
        super().__init__(label="Sorted by", method=leave, empty_label=None, error_messages=wrong, **kwargs)


class ListForm(forms.Form):
    """The form of a list's filters; a period must not end before it begins."""

    def clean(self) -> dict[str, Any]:
        first, last = self.cleaned_data.get("date_from"), self.cleaned_data.get("date_to")
        if first and last and last.end <= first.start:
            self.add_error("date_to", "The period ends before it begins.")
        return self.cleaned_data


class ListFilter(FilterSet):
    """Filters of a list, sorted by one of `SORTS`: name → (what it is called, the order); the first is the default."""

    SORTS: dict[str, tuple[str, tuple[Any, ...]]] = {}

    class Meta:
        form = ListForm

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Narrow the rows and put them in order."""
        chosen = self.form.cleaned_data.get("sort") or next(iter(self.SORTS))
        return super().filter_queryset(queryset).order_by(*self.SORTS[chosen][1])

    @property
    def rows(self) -> QuerySet[Any]:
        """The rows; none while a filter is not understood, since others than those asked for would mislead."""
        return self.qs if self.is_valid() else self.queryset.none()


def sort_choices(sorts: dict[str, tuple[str, tuple[Any, ...]]]) -> list[tuple[str, str]]:
    """Return the names of the orders, to choose from."""
    return [(name, label) for name, (label, _) in sorts.items()]

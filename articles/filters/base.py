"""What the filters of every list share: the country, the order, and that nothing is guessed from a wrong value."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, FilterSet

from articles.models import Country

DATES = ("date_from", "date_to")  # the filters of a list by time


def country_choices() -> list[tuple[str, str]]:
    """Return the countries in use, to choose from."""
    return list(Country.objects.in_use().order_by("name").values_list("code", "name"))


class CountryFilter(ChoiceFilter):
    """Narrows a list by a country in use."""

    def __init__(self, **kwargs: Any) -> None:
        wrong = {"invalid_choice": "“%(value)s” is not a country that the archive names."}
        super().__init__(choices=country_choices, empty_label=_("Any country"), error_messages=wrong, **kwargs)


def unfiltered(queryset: QuerySet[Any], name: str, value: Any) -> QuerySet[Any]:
    """Leave the rows as they are: for a field that only orders them."""
    return queryset


class SortFilter(ChoiceFilter):
    """Orders a list; narrows nothing."""

    def __init__(self, **kwargs: Any) -> None:
        wrong = {"invalid_choice": "A list cannot be sorted by “%(value)s”."}
        super().__init__(label=_("Sorted by"), method=unfiltered, empty_label=None, error_messages=wrong, **kwargs)


class ListForm(forms.Form):
    """The form of a list's filters; a period must not end before it begins."""

    def clean(self) -> dict[str, Any]:
        first, last = self.cleaned_data.get("date_from"), self.cleaned_data.get("date_to")
        if first and last and last.is_before(first):
            self.add_error("date_to", "The period ends before it begins.")
        return self.cleaned_data


class ListFilter(FilterSet):
    """Filters of a list, sorted by one of `SORTS`: name → (what it is called, the order); the first is the default."""

    SORTS: dict[str, tuple[str, tuple[Any, ...]]] = {}
    BY_TIME: tuple[str, ...] = ()  # the orders in which articles without a date come last, where such are to be counted

    DATE = "published_from"  # where a row has the date that it is chosen by

    class Meta:
        form = ListForm

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Narrow the rows and put them in order."""
        chosen = self.form.cleaned_data.get("sort") or next(iter(self.SORTS))
        rows: QuerySet[Any] = super().filter_queryset(queryset).order_by(*self.SORTS[chosen][1])
        return rows

    def count_undated(self) -> int:
        """Return how many of the rows have no date, in an order of time (1 query); 0 in any other (none)."""
        if not self.is_valid() or (self.form.cleaned_data.get("sort") or next(iter(self.SORTS))) not in self.BY_TIME:
            return 0
        return self.rows.filter(published_from=None).count()

    def count_left_out(self) -> int:
        """Return how many of the rows the dates asked for leave out for want of one (1 query); 0 where none are."""
        if not self.is_valid() or not any(self.form.cleaned_data.get(name) for name in DATES):
            return 0
        at_any_time = self.data.copy()
        for name in DATES:
            at_any_time.pop(name, None)
        return type(self)(at_any_time, queryset=self.queryset).rows.filter(**{f"{self.DATE}__isnull": True}).count()

    @property
    def rows(self) -> QuerySet[Any]:
        """The rows; none while a filter is not understood, since others than those asked for would mislead."""
        rows: QuerySet[Any] = self.qs if self.is_valid() else self.queryset.none()
        return rows


def sort_choices(sorts: dict[str, tuple[str, tuple[Any, ...]]]) -> list[tuple[str, Any]]:
    """Return the names of the orders, to choose from."""
    return [(name, _(label)) for name, (label, _order) in sorts.items()]

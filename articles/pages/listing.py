"""What every filtered, paged list has: its form, the filters in use as chips, one page of entries, the count."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.functional import cached_property

from articles.filters import ListFilter

PER_PAGE = 25


@dataclass(frozen=True, slots=True)
class FilterChip:
    """A filter in use: what it is, its value in words, and the list's address without it."""

    label: str
    value: str
    href: str


class Listing:
    """A page of a list: its filters decide which keys, `entries` fetches the rows of those keys."""

    def __init__(self, filters: ListFilter, entries: Callable[[Sequence[Any]], list[Any]]) -> None:
        self.filters = filters
        self.form: forms.Form = filters.form
        self.fetch = entries

    @cached_property
    def page(self) -> "Page[Any]":
        """The page asked for; an impossible number leads to the nearest page there is."""
        keys = self.filters.rows.values_list("pk", flat=True)
        return Paginator(keys, PER_PAGE).get_page(self.filters.data.get("page"))

    @cached_property
    def entries(self) -> list[Any]:
        """The rows of this page, with all that their entries show."""
        return self.fetch(list(self.page.object_list))

    @property
    def total(self) -> int:
        """How many rows the filters leave, on all pages."""
        return self.page.paginator.count

    @cached_property
    def undated(self) -> int:
        """How many of them have no date and are therefore last; 0 where the list is in another order than time's."""
        return self.filters.count_undated()

    @cached_property
    def left_out(self) -> int:
        """How many more there would be at any time, which have no date."""
        return self.filters.count_left_out()

    @property
    def page_numbers(self) -> Iterator[int | str]:
        """The numbers of the pages to link to, with an ellipsis for those left out."""
        return self.page.paginator.get_elided_page_range(self.page.number, on_each_side=2, on_ends=1)

    @cached_property
    def chips(self) -> list[FilterChip]:
        """The filters in use."""
        return list(chips(self.form, self.filters.data))


def chips(form: forms.Form, data: QueryDict) -> Iterator[FilterChip]:
    """Yield a chip for every filter of a form in use; the order of a list is none."""
    form.is_valid()
    for bound in form:
        if bound.name == "sort" or not data.get(bound.name):
            continue
        value = form.cleaned_data.get(bound.name)
        words = _in_words(bound.field, value or data[bound.name])
        yield FilterChip(str(bound.label), words, _without(data, bound.name))


def _in_words(field: forms.Field, value: Any) -> str:
    choices = {} if isinstance(field, forms.ModelChoiceField) else dict(getattr(field, "choices", []))
    return str(choices.get(value, value))


def _without(data: QueryDict, name: str) -> str:
    left = data.copy()
    for gone in (name, "page"):
        left.pop(gone, None)
    return f"?{left.urlencode()}"

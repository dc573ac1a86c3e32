"""The filters of a search that are in use, each with the address of the same search without it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext_noop

from search.results.model import FacetValue, SearchResults
from search.results.request import SearchRequest


@dataclass(frozen=True, slots=True)
class FilterChip:
    """A filter in use: its label, its value in words, and the link to the same search without it."""

    label: str
    value: str
    href: str
    excluded: bool = False


def filter_chips(results: SearchResults) -> list[FilterChip]:
    """Return a chip for every filter in use."""
    asked = results.request
    return [*_of_facets(results), *_of_dates(asked)]


def cleared(asked: SearchRequest) -> SearchRequest:
    """Return a request without its filters: with its words alone, in the same unit, order and groups."""
    return replace(asked, chosen=(), excluded=(), date_from="", date_to="", page=1)


def _of_facets(results: SearchResults) -> Iterator[FilterChip]:
    for facet in results.in_use:
        for value in facet.values:
            yield FilterChip(facet.title, value.name, _href(_without(value)), value.excluded)


def _without(value: FacetValue) -> SearchRequest:
    return value.exclude if value.excluded else value.click


def _of_dates(asked: SearchRequest) -> Iterator[FilterChip]:
    if asked.date_from:
        yield FilterChip(gettext_noop("Published from"), asked.date_from, _href(replace(asked, date_from="", page=1)))
    if asked.date_to:
        yield FilterChip(gettext_noop("Published to"), asked.date_to, _href(replace(asked, date_to="", page=1)))


def _href(request: SearchRequest) -> str:
    return f"?{request.to_query()}"

"""The filters of a search that are in use, each with the address of the same search without it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from search.results.model import FacetValue, SearchResults
from search.results.request import SearchRequest

UNITS = {"quotations": "only the words quoted", "articles": "whole articles"}


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in use: what it is, its value in words, and the query string that goes without it."""

    label: str
    value: str
    href: str
    excluded: bool = False


def chips(found: SearchResults) -> list[Chip]:
    """Return a chip for every filter in use."""
    asked = found.request
    return [*_of_facets(found), *_of_unit(asked), *_of_dates(asked)]


def cleared(asked: SearchRequest) -> SearchRequest:
    """Return the request with its words alone, in the order and the groups chosen."""
    return SearchRequest(q=asked.q, sort=asked.sort, group_by=asked.group_by, copies_apart=asked.copies_apart)


def _of_facets(found: SearchResults) -> Iterator[Chip]:
    for facet in found.in_use:
        for value in facet.values:
            yield Chip(facet.title, value.name, _href(_without(value)), value.excluded)


def _without(value: FacetValue) -> SearchRequest:
    return value.exclude if value.excluded else value.click


def _of_unit(asked: SearchRequest) -> Iterator[Chip]:
    if asked.unit in UNITS:
        yield Chip("Search in", UNITS[asked.unit], _href(replace(asked, unit="", page=1)))


def _of_dates(asked: SearchRequest) -> Iterator[Chip]:
    if asked.date_from:
        yield Chip("Published from", asked.date_from, _href(replace(asked, date_from="", page=1)))
    if asked.date_to:
        yield Chip("Published to", asked.date_to, _href(replace(asked, date_to="", page=1)))


def _href(request: SearchRequest) -> str:
    return f"?{request.to_query()}"

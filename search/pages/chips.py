"""The filters of a search that are in use, each with the address of the same search without it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from search.request import SearchRequest
from search.results import SearchResults


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in use: what it is, its value in words, and the query string that goes without it."""

    label: str
    value: str
    href: str


def chips(found: SearchResults) -> list[Chip]:
    """Return a chip for every filter in use."""
    asked = found.request
    return [*_of_facets(found), *_of_quotes(asked), *_of_dates(asked)]


def _of_facets(found: SearchResults) -> Iterator[Chip]:
    for facet in found.facets:
        for value in facet.values:
            if value.chosen:
                yield Chip(facet.title, value.name, f"?{value.click.to_query()}")


def _of_quotes(asked: SearchRequest) -> Iterator[Chip]:
    if asked.unit == "quotations":
        yield Chip("Quotations", "only the words quoted", f"?{replace(asked, unit='', page=1).to_query()}")


def _of_dates(asked: SearchRequest) -> Iterator[Chip]:
    if asked.after:
        yield Chip("Published from", asked.after, f"?{replace(asked, after='', page=1).to_query()}")
    if asked.before:
        yield Chip("Published before", asked.before, f"?{replace(asked, before='', page=1).to_query()}")

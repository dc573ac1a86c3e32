"""Links to the pages of a list of results: the first, those around the present one, and the last."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.paginator import Paginator

from search.results.model import SearchResults


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page by its number and the query string that leads there; both are empty for a gap in the numbers."""

    number: int = 0
    href: str = ""


def page_links(results: SearchResults) -> list[PageLink]:
    """Return the links of a list, none where it has a single page."""
    return list(_links(results)) if results.pages > 1 else []


def _links(results: SearchResults) -> Iterator[PageLink]:
    paginator = Paginator(range(results.pages), 1)
    for number in paginator.get_elided_page_range(results.page, on_each_side=2, on_ends=1):
        if isinstance(number, int):
            yield PageLink(number, f"?{results.request.on_page(number).to_query()}")
        else:
            yield PageLink()

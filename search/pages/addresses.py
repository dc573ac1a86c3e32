"""Where the results of a search lead: to an article with its matches marked, and back to the list."""

from django.urls import reverse

from search.results.prepared_query import GROUPS_PER_PAGE
from search.results.request import SearchRequest


def opened_address(article: int, request: SearchRequest, rank: int = 0, anchor: str = "") -> str:
    """Return the address of an article's page with the matches of a request marked.

    `rank` is its position in the list of results, from 1, or 0 where that is not known; `anchor` is a fragment.
    """
    asked = request.on_page(1).to_query() if rank else request.to_query()
    query = "&".join(part for part in (asked, f"at={rank}" if rank else "") if part)
    return f"{reverse('opened', args=[article])}?{query}" + (f"#{anchor}" if anchor else "")


def list_address(request: SearchRequest, rank: int = 0) -> str:
    """Return the address of the page of results that has a position, from 1; for 0, of the request's own page."""
    page = request.on_page((rank - 1) // GROUPS_PER_PAGE + 1) if rank else request
    return f"{reverse('search')}?{page.to_query()}" + (f"#result-{rank}" if rank else "")

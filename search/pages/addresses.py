"""Where the results of a search lead: to an article with its matches marked, and back to the list."""

from django.urls import reverse

from search.results.request import SearchRequest
from search.results.search import ARTICLES_A_PAGE


def opened_address(article: int, request: SearchRequest, at: int = 0, anchor: str = "") -> str:
    """Return the address of an article as it was found: at a place of the list (0: none is known), at a fragment."""
    asked = request.on_page(1).to_query() if at else request.to_query()
    place = f"at={at}" if at else ""
    query = "&".join(part for part in (asked, place) if part)
    return f"{reverse('opened', args=[article])}?{query}" + (f"#{anchor}" if anchor else "")


def list_address(request: SearchRequest, at: int = 0) -> str:
    """Return the address of the page of the list that has this place, at its entry."""
    page = request.on_page((at - 1) // ARTICLES_A_PAGE + 1) if at else request
    return f"{reverse('search')}?{page.to_query()}" + (f"#result-{at}" if at else "")

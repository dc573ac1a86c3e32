"""Addresses of articles that are withdrawn or erased answer 410: what, when and of which kind the reason is.

Every address below an article's or a quotation's own is known by its route, so that a new page answers so too.
"""

from collections.abc import Callable

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.queries.withdrawn import Removed, removed_article, removed_with

OF_ARTICLES = ("articles/<int:pk>/", "search/opened/<int:pk>/", "cite/articles/<int:pk>")
OF_QUOTATIONS = ("quotations/<int:pk>/", "cite/quotations/<int:pk>")
NO_LONGER = 410


class GoneMiddleware:
    """Says of what is not found, or went while it was worked on, that it was withdrawn or erased, where that is so."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        return (_gone(request) or answer) if answer.status_code == 404 else answer

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer for a view whose article went between two looks at it; anything else goes its way."""
        return _gone(request) if isinstance(exception, ObjectDoesNotExist) else None


def _gone(request: HttpRequest) -> HttpResponse | None:
    removed = _removed_at(request)
    if removed is None:
        return None
    answer = render(request, "410.html", {"removed": removed}, status=NO_LONGER)
    answer.headers["Cache-Control"] = "no-store"  # it may be restored
    return answer


def _removed_at(request: HttpRequest) -> Removed | None:
    """Return what became of the article at an address; nothing where it is none of an article's."""
    match = request.resolver_match
    if match is None:
        return None
    if match.route.startswith(OF_ARTICLES):
        return removed_article(match.kwargs["pk"])
    return removed_with(match.kwargs["pk"]) if match.route.startswith(OF_QUOTATIONS) else None

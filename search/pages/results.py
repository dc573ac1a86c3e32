"""The page of search results."""

from django.http import HttpRequest, HttpResponse


def results(request: HttpRequest) -> HttpResponse:
    """Show what the request finds."""
    return HttpResponse("not yet")

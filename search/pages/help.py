"""The page that teaches how to search."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from search.pages.help_content import CHAPTERS


@require_safe
def search_help(request: HttpRequest) -> HttpResponse:
    """Show every form of the language with examples to click, what is searched, and the limits."""
    return render(request, "search/help.html", {"chapters": CHAPTERS})

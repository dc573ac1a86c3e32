"""The page of search results."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from search.cards import cards
from search.filters import read_filters
from search.loosening import loosenings
from search.pages.chips import chips
from search.pages.examples import EXAMPLES
from search.pages.timeline import charts
from search.request import SearchRequest
from search.results import SearchResults
from search.rewording import reworded
from search.searching import search

SORTS = {"": "Best first", "newest": "Newest first", "oldest": "Oldest first"}
IN_THE_FORM = ("q", "unit", "after", "before", "sort", "page")  # the rest goes along, but for the page
UNITS = {"": "Paragraphs", "quotations": "The words quoted", "articles": "Whole articles"}


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Show what the address asks for: paragraphs grouped by article, and filters.

    The count beside a filter's value is what that value alone would find in its filter, with all other filters.
    """
    reading = read_filters(request.GET)
    found = search(reading.request)
    context = {
        "asked": reading.request,
        "found": found,
        "told": [*_told_of_words(found), *((sentence, "") for sentence in (*reading.problems, *found.sentences))],
        "chips": chips(found),
        "cards": cards(found),
        "charts": charts(found),
        "reworded": reworded(found),
        "loosenings": loosenings(found),
        "sorts": SORTS,
        "units": UNITS,
        "examples": EXAMPLES,
        "kept": [(name, value) for name, value in reading.request.pairs() if name not in IN_THE_FORM],
        "only_quoted": _only_quoted(reading.request),
    }
    return render(request, "search/results.html", context)


def _told_of_words(found: SearchResults) -> list[tuple[str, str]]:
    """Each problem of the words, with the part of them that it speaks of."""
    return [(problem.sentence, found.request.q[problem.start : problem.end]) for problem in found.problems]


def _only_quoted(asked: SearchRequest) -> SearchRequest:
    """The request of the choice “only the words quoted”, which a second click takes back."""
    return replace(asked, unit="" if asked.unit == "quotations" else "quotations", page=1)

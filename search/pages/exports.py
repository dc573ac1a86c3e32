"""What a search finds or counts as a file, in any format: streamed, in the order of the list.

There are as many rows as the page counts. What a file says of itself, its number of rows the last, closes it: a file
without that is not whole, whatever broke it.
"""

from collections.abc import Callable

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from articles.files.table import Table
from articles.pages.download import download, whole_addresses
from search.files.counted import groups_table, timeline_table, values_table
from search.files.found import found_table
from search.files.records import Whole
from search.pages.errors import errors_as_text, prepare_strictly
from search.results.facet_values import FIELDS
from search.results.prepared_query import PreparedQuery


@require_safe
@errors_as_text
def export(request: HttpRequest, ending: str) -> HttpResponseBase:
    """Give all matches: tables with a row for each, or references."""
    return _file(request, ending, found_table)


@require_safe
@errors_as_text
def export_groups(request: HttpRequest, ending: str) -> HttpResponseBase:
    """Give the groups of a list that is grouped, with their numbers."""
    return _file(request, ending, groups_table)


@require_safe
@errors_as_text
def export_timeline(request: HttpRequest, ending: str) -> HttpResponseBase:
    """Give the months of the chart, with their numbers."""
    return _file(request, ending, timeline_table)


@require_safe
@errors_as_text
def export_values(request: HttpRequest, facet: str, ending: str) -> HttpResponseBase:
    """Give all values of a facet, with their numbers."""
    known = next((one for one in FIELDS if one == facet), None)
    if known is None:
        raise Http404("There is no such list.")
    return _file(request, ending, lambda prepared, whole: values_table(prepared, known, whole))


def _file(request: HttpRequest, ending: str, make: Callable[[PreparedQuery, Whole], Table]) -> HttpResponseBase:
    return download(ending, lambda: make(prepare_strictly(request.GET), whole_addresses(request)))

"""The page of all values of a facet: to find a person, a speaker, a country or a publisher among many.

It is a page of its own; with htmx its list is put into the facet it was asked from.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from search.engines.port import Facet
from search.pages.warnings import told
from search.results.facet_values import LONGEST_NAME, MOST_SHOWN, find_values
from search.results.facets import TITLES
from search.results.url_parameters import read_filters

FINDS: dict[Facet, str] = {
    "people": "Find a person",
    "speakers": "Find a speaker",
    "countries": "Find a country",
    "publishers": "Find a publisher",
}


@require_safe
def values(request: HttpRequest, facet: str) -> HttpResponse:
    """Show the values of a facet for the request in the address; those called `name`, where it is given."""
    facet = next((one for one in FINDS if one == facet), None)
    if facet is None:
        raise Http404("There is no such list.")
    reading = read_filters(request.GET)
    name = request.GET.get("name", "").replace("\x00", " ").strip()[:LONGEST_NAME]
    found = find_values(reading.request, facet, name)
    context = {
        "asked": reading.request,
        "found": found,
        "find": name,
        "title": TITLES[facet],
        "finds": FINDS[facet],
        "carried": [pair for pair in reading.request.parameters() if pair[0] != "page"],
        "most": MOST_SHOWN,
        "told": told("", (), (*reading.problems, *found.sentences)),
    }
    return render(request, "search/values.html", context)

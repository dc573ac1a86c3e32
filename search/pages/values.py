"""The page of all values of a facet: to find a person, a speaker, a country, a publisher or a section among many.

It is a page of its own; with htmx its list is put into the facet it was asked from.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_safe

from articles.pages.download import menu
from search.engines.port import Facet
from search.pages.warnings import page_warnings
from search.results.facet_values import LONGEST_NAME, MAX_SHOWN, list_facet_values
from search.results.facets import TITLES
from search.results.url_parameters import parse_parameters

FINDS: dict[Facet, str] = {
    "people": gettext_noop("Find a person"),
    "speakers": gettext_noop("Find a speaker"),
    "countries": gettext_noop("Find a country"),
    "publishers": gettext_noop("Find a publisher"),
    "sections": gettext_noop("Find a section"),
}


@require_safe
def values(request: HttpRequest, facet: str) -> HttpResponse:
    """Show the values of a facet for the request in the address; those called `name`, where it is given."""
    found_facet = next((one for one in FINDS if one == facet), None)
    if found_facet is None:
        raise Http404("There is no such list.")
    parsed = parse_parameters(request.GET)
    name = request.GET.get("name", "").replace("\x00", " ").strip()[:LONGEST_NAME]
    found = list_facet_values(parsed.request, found_facet, name)
    context = {
        "asked": parsed.request,
        "found": found,
        "find": name,
        "title": TITLES[found_facet],
        "finds": FINDS[found_facet],
        "carried": [pair for pair in parsed.request.parameters() if pair[0] != "page"],
        "max_shown": MAX_SHOWN,
        "menus": [menu("export-values", parsed.request.on_page(1).to_query(), facet=found_facet)],
        "warnings": page_warnings("", (), (*parsed.warnings, *found.warnings)),
    }
    return render(request, "search/values.html", context)

"""The page that explains the API to people."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from api.pages.examples import EXAMPLES
from api.parameters.facets import EXCLUDES, FACETS, PARAMETERS, Parameter
from api.unversioned.description import ERRORS, SUMMARIES
from search.results.request import EXCLUDE
from search.results.url_parameters import MAX_VALUES


@require_safe
def explained(request: HttpRequest) -> HttpResponse:
    """Explain the API to people."""
    context = {
        "units": SUMMARIES,
        "parameters": [(one, _excluding(one)) for one in PARAMETERS if one not in EXCLUDES],
        "max_values": MAX_VALUES,
        "examples": EXAMPLES,
        "errors": ERRORS,
    }
    return render(request, "api/explained.html", context)


def _excluding(one: Parameter) -> str:
    """Return the parameter that excludes what this one chooses, or nothing."""
    return EXCLUDE + one.name if one in FACETS else ""

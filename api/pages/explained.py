"""The page that explains the API to people: addresses and parameters are read from the OpenAPI document."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from api.pages.examples import EXAMPLES
from api.parameters.facets import EXCLUDES, FACETS, PARAMETERS, Parameter
from api.v1.description import description
from api.v1.parameters import ListParameters
from api.v1.reading import ERRORS
from api.v1.search_parameters import OF_PAGES
from search.results.request import EXCLUDE
from search.results.url_parameters import MAX_VALUES

LISTS = ("articles", "people", "publishers")  # those with parameters that searches do not have


@dataclass(frozen=True, slots=True)
class Operation:
    """An address of the API, what it is, and the parameters that are its own: their names and meanings."""

    path: str
    summary: str
    meaning: str
    parameters: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        """The last part of the path: "articles"."""
        return self.path.rpartition("/")[2]


@require_safe
def explained(request: HttpRequest) -> HttpResponse:
    """Explain the API to people."""
    operations = _operations()
    context = {
        "operations": operations,
        "lists": [one for one in operations if one.name in LISTS],
        "parameters": [
            (one, _excluding(one)) for one in PARAMETERS if one not in EXCLUDES and one.name not in OF_PAGES
        ],
        "max_values": MAX_VALUES,
        "examples": EXAMPLES,
        "errors": ERRORS,
    }
    return render(request, "api/explained.html", context)


def _operations() -> list[Operation]:
    return [_operation(path, methods["get"]) for path, methods in description()["paths"].items()]


def _operation(path: str, described: dict[str, Any]) -> Operation:
    named = [one for one in described["parameters"] if one["in"] == "query"]
    own = tuple((one["name"], one["description"]) for one in named if one["name"] not in ListParameters.model_fields)
    return Operation(path, described["summary"], described["description"], own)


def _excluding(one: Parameter) -> str:
    """Return the parameter that excludes what this one chooses, or nothing."""
    return EXCLUDE + one.name if one in FACETS else ""

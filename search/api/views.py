"""The addresses of the API: searches, their description, and the page that explains both to people.

Answers are public and may be kept, but are asked for again (by their ETag) each time, since a correction is found
within seconds. There is no CORS: other sites' scripts do not search in a reader's name.
"""

import json
from typing import cast

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from search.api import schemas
from search.api.description import REFUSALS, SUMMARIES, description
from search.api.examples import EXAMPLES
from search.api.links import SIZE, UNIT, Addresses
from search.api.parameters import EXCLUDES, FACETS, MOST_A_PAGE, PARAMETERS, Parameter
from search.api.serializers import problems, told
from search.engines.port import Unit
from search.results.model import SearchResults
from search.results.request import EXCLUDE
from search.results.search import ARTICLES_A_PAGE, search
from search.results.url_parameters import MOST_VALUES, SHOWN, UNITS, FilterReading, read_filters

AGAIN = 10  # seconds after which a search that had no answer may be tried again
MOST_TOLD = 10  # unknown parameters
A_DAY = 24 * 60 * 60
TITLES = {400: "Nothing to search for", 404: "No such search", 503: "No search at the moment"}
NOTHING = "Give words in q, or a filter."
NO_UNIT = f"The archive is searched for {', '.join(UNITS[:-1])} or {UNITS[-1]}."


@require_safe
@conditional_page
def answer(request: HttpRequest, unit: str) -> HttpResponse:
    """Answer a search: the parameters of the page, with what is searched in the address itself."""
    if unit not in UNITS:
        return _refused(404, NO_UNIT)
    reading = _read(request.GET, unit)
    size, told_of_size = _size(request.GET.get(SIZE, "").strip())
    sentences = [*_unknown(request.GET), *reading.problems, *told_of_size]
    found = search(reading.request, size)
    if found.degraded or not found.asked:
        return _nothing(found, sentences)
    addresses = Addresses(request, cast("Unit", unit), size if SIZE in request.GET else None)
    data = schemas.ANSWER.dump_json(told(found, sentences, addresses, size))
    return HttpResponse(data, "application/json", headers={"Cache-Control": "public, no-cache"})


@require_safe
@cache_control(public=True, max_age=A_DAY)
@conditional_page
def openapi(request: HttpRequest) -> HttpResponse:
    """Describe the API to programs."""
    return HttpResponse(json.dumps(description(), ensure_ascii=False, indent=1), content_type="application/json")


@require_safe
def explained(request: HttpRequest) -> HttpResponse:
    """Explain the API to people."""
    context = {
        "units": SUMMARIES,
        "parameters": [(one, _excluding(one)) for one in PARAMETERS if one not in EXCLUDES],
        "most_values": MOST_VALUES,
        "examples": EXAMPLES,
        "refusals": REFUSALS,
    }
    return render(request, "search/api.html", context)


def _excluding(one: Parameter) -> str:
    """Return the parameter that excludes what this one chooses, or nothing."""
    return EXCLUDE + one.name if one in FACETS else ""


def _read(given: QueryDict, unit: str) -> FilterReading:
    parameters = given.copy()
    parameters[UNIT] = unit
    return read_filters(parameters)


def _unknown(given: QueryDict) -> list[str]:
    """Return a sentence for parameters that are none: a slip that went unseen would give other counts than meant."""
    names = sorted(set(given) - {one.name for one in PARAMETERS})[:MOST_TOLD]
    return [f"There is no parameter “{name[:SHOWN]}”; it was left out." for name in names]


def _size(given: str) -> tuple[int, list[str]]:
    """Read how many groups a page has, with a sentence where it is not what was given."""
    if not given:
        return ARTICLES_A_PAGE, []
    if not (given.isascii() and given.isdecimal() and len(given) <= 9 and int(given)):
        return ARTICLES_A_PAGE, [f"“{given[:SHOWN]}” is not a size; pages have {ARTICLES_A_PAGE} groups."]
    if int(given) > MOST_A_PAGE:
        return MOST_A_PAGE, [f"A page has {MOST_A_PAGE} groups at the most."]
    return int(given), []


def _nothing(found: SearchResults, sentences: list[str]) -> HttpResponse:
    status, detail = (503, found.degraded) if found.degraded else (400, NOTHING)
    return _refused(status, detail, found.request.q, problems(found, sentences))


def _refused(status: int, detail: str, q: str = "", told: tuple[schemas.Problem, ...] = ()) -> HttpResponse:
    refusal = schemas.Refusal("about:blank", TITLES[status], status, detail, q, told)
    headers = {"Cache-Control": "no-store"} | ({"Retry-After": str(AGAIN)} if status == 503 else {})
    return HttpResponse(schemas.REFUSAL.dump_json(refusal), "application/problem+json", status, headers=headers)

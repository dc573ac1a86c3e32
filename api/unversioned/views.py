"""The addresses of searches and of their description.

Answers are public and may be kept, but are asked for again (by their ETag) each time, since a correction is found
within seconds. There is no CORS: other sites' scripts do not search in a reader's name.
"""

import json

from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from api.addresses import SIZE, UNIT, SearchAddresses
from api.parameters.facets import MAX_SIZE, PARAMETERS
from api.schemas.answers import ANSWER, ERROR, Error, RequestProblem
from api.serializers.search_results import problems, serialize
from api.unversioned.description import description
from search.results.model import SearchResults
from search.results.prepared_query import GROUPS_PER_PAGE
from search.results.search import search
from search.results.url_parameters import MAX_QUOTED, UNITS, ParsedParameters, parse_parameters

RETRY_AFTER = 10  # seconds until a search that had no answer may be tried again
MAX_UNKNOWN = 10  # unknown parameters that are named
A_DAY = 24 * 60 * 60
TITLES = {400: "Nothing to search for", 404: "No such search", 429: "Too much", 503: "No search at the moment"}
EMPTY = "Give words in q, or a filter."
NO_UNIT = f"The archive is searched for {', '.join(UNITS[:-1])} or {UNITS[-1]}."


@require_safe
@conditional_page
def answer(request: HttpRequest, unit: str) -> HttpResponse:
    """Answer a search: the parameters of the page, with what is searched in the address itself."""
    if unit not in UNITS:
        return _error(404, NO_UNIT)
    parsed = _parse(request.GET, unit)
    size, size_warnings = _size(request.GET.get(SIZE, "").strip())
    warnings = [*_unknown(request.GET), *_repeated(request.GET), *parsed.warnings, *size_warnings]
    results = search(parsed.request, size)
    if results.degraded or results.is_empty:
        return _no_results(results, warnings)
    addresses = SearchAddresses(request, unit, size if SIZE in request.GET else None)
    data = ANSWER.dump_json(serialize(results, warnings, addresses, size))
    return HttpResponse(data, "application/json", headers={"Cache-Control": "public, no-cache"})


@require_safe
@cache_control(public=True, max_age=A_DAY)
@conditional_page
def openapi(request: HttpRequest) -> HttpResponse:
    """Describe the API to programs."""
    return HttpResponse(json.dumps(description(), ensure_ascii=False, indent=1), content_type="application/json")


def refused(request: HttpRequest, detail: str) -> HttpResponse:
    """Answer a search that the limiter refuses, with its sentences."""
    return _error(429, detail, request.GET.get("q", ""))


def _parse(given: QueryDict, unit: str) -> ParsedParameters:
    parameters = given.copy()
    parameters[UNIT] = unit
    return parse_parameters(parameters)


def _unknown(given: QueryDict) -> list[str]:
    """Return a sentence for each unknown parameter: a slip that went unseen would give other counts than meant."""
    names = sorted(set(given) - {one.name for one in PARAMETERS})[:MAX_UNKNOWN]
    return [f"There is no parameter “{name[:MAX_QUOTED]}”; it was left out." for name in names]


def _repeated(given: QueryDict) -> list[str]:
    """Return a sentence for each parameter that was given again where the last one alone is read."""
    once = [one.name for one in PARAMETERS if not one.many and len(given.getlist(one.name)) > 1]
    return [f"“{name}” was given more than once; the last one was taken." for name in once]


def _size(given: str) -> tuple[int, list[str]]:
    """Return how many groups a page has, with a sentence where it is not what was given."""
    if not given:
        return GROUPS_PER_PAGE, []
    if not (given.isascii() and given.isdecimal() and len(given) <= 9 and int(given)):
        return GROUPS_PER_PAGE, [f"“{given[:MAX_QUOTED]}” is not a size; pages have {GROUPS_PER_PAGE} groups."]
    if int(given) > MAX_SIZE:
        return MAX_SIZE, [f"A page has {MAX_SIZE} groups at the most."]
    return int(given), []


def _no_results(results: SearchResults, warnings: list[str]) -> HttpResponse:
    status, detail = (503, results.degraded) if results.degraded else (400, EMPTY)
    return _error(status, detail, results.request.q, problems(results, warnings))


def _error(status: int, detail: str, q: str = "", unread: tuple[RequestProblem, ...] = ()) -> HttpResponse:
    error = Error("about:blank", TITLES[status], status, detail, q, unread)
    headers = {"Cache-Control": "no-store"} | ({"Retry-After": str(RETRY_AFTER)} if status == 503 else {})
    return HttpResponse(ERROR.dump_json(error), "application/problem+json", status, headers=headers)

"""What all addresses have in common: they are only read, answers are asked for again, problems are told alike."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern
from django.utils.cache import patch_cache_control
from django.views.decorators.http import conditional_page, require_safe
from ninja import NinjaAPI
from ninja.errors import ValidationError

from accounts.write_lock import is_locked
from api.authentication import refusal_of
from api.schemas.problems import Problem, RefusedParameter
from api.v1.problems import ApiProblem, problem_answer
from search.results.ask_engine import SearchUnavailable

View = Callable[..., HttpResponseBase]
ERRORS = {
    400: "A parameter is unknown, or has a value that can't be read.",
    401: "The token is none, or no longer one.",
    404: "The archive does not have what you asked for, or somebody or something that you filter by.",
    410: "It is no longer in the archive.",
    429: "You asked too often or for too much; Retry-After says after how many seconds to try again.",
    503: "There is no answer at the moment, or the search took too long and was stopped.",
}
BUSY = "The archive is being written to, and had no time for an answer. Please try again."
WHY = {  # what pydantic calls a fault → how a sentence about it ends
    "int_parsing": "it is a whole number",
    "int_from_float": "it is a whole number",
    "int_parsing_size": "it is a number of 18 digits at the most",
    "greater_than_equal": "it is {ge} at the least",
    "less_than_equal": "it is {le} at the most",
    "literal_error": "it is {expected}",
    "string_too_long": "it has {max_length} characters at the most",
    "too_long": "it may be given {max_length} times at the most",
    "missing": "it must be given",
}
PATTERNS = {  # what a text that does not fit its pattern ought to be, by the parameter's name
    "date_from": "it is a date such as 2022, 2022-05 or 2022-05-17",
    "date_to": "it is a date such as 2022, 2022-05 or 2022-05-17",
    "cursor": "it is next_cursor of an answer",
    "country": "it is a code of two letters such as PT",
    "month": "it is a month such as 2022-05",
    "not_month": "it is a month such as 2022-05",
}
OTHERWISE = "it can't be read"
MOST_QUOTED = 40  # characters of a value that a sentence repeats


def answers(schema: Any, *more: int) -> dict[int, Any]:
    """Return what an address may answer: its schema, and problems."""
    return {200: schema, **dict.fromkeys(sorted({400, 401, 429, 503, *more}), Problem)}


def served(view: View) -> View:
    """Return a view that answers GET and HEAD alone, with an ETag; an answer may be kept but is asked for again."""

    @require_safe
    @conditional_page
    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if refusal := refusal_of(request):
            return problem_answer(ApiProblem(401, refusal))
        method, request.method = request.method, "GET"  # ninja knows no HEAD
        try:
            answer = view(request, *args, **kwargs)
        finally:
            request.method = method
        if not answer.has_header("Cache-Control"):
            patch_cache_control(answer, public=True, no_cache=True)
        return answer

    return answered


def served_urls(api: NinjaAPI) -> tuple[list[URLPattern], str, str]:
    """Return the addresses of an API's operations, each `served`, as `django.urls.path` takes them."""
    patterns, app, namespace = api.urls
    named = [one for one in patterns if isinstance(one, URLPattern) and one.name != "api-root"]
    served_ones = [URLPattern(one.pattern, served(one.callback), one.default_args, one.name) for one in named]
    return served_ones, app, namespace


def tell_problems(api: NinjaAPI) -> None:
    """Have an API answer what goes wrong with problem details; what is nobody's mistake but ours goes on its way."""
    tellers: dict[type[Exception], Callable[[Any], ApiProblem]] = {
        ApiProblem: lambda problem: problem,
        ValidationError: unread,
        SearchUnavailable: lambda error: ApiProblem(503, str(error)),
        OperationalError: _busy,
        Exception: _as_it_is,
    }
    for kind, teller in tellers.items():
        api.add_exception_handler(kind, _answering(teller))


def _answering(teller: Callable[[Any], ApiProblem]) -> Callable[[HttpRequest, Any], HttpResponse]:
    return lambda request, error: problem_answer(teller(error))


def unread(error: ValidationError) -> ApiProblem:
    """Return the problem of parameters that could not be read; an address that can't be is not in the archive."""
    refused = [RefusedParameter(str(_name(one)), _sentence(one)) for one in error.errors]
    status = 404 if any(one["loc"][0] == "path" for one in error.errors) else 400
    return ApiProblem(status, " ".join(one.sentence for one in refused), refused if len(refused) > 1 else ())


def _name(error: dict[str, Any]) -> str:
    return next(part for part in reversed(error["loc"]) if isinstance(part, str))


def _sentence(error: dict[str, Any]) -> str:
    name, given = _name(error), error.get("input")
    why = WHY.get(error["type"]) or PATTERNS.get(name, OTHERWISE)
    sentence = why.format(**error.get("ctx", {}))
    quoted = f"can't be “{given[:MOST_QUOTED]}”" if isinstance(given, str) else "can't be taken"
    return f"“{name}” {quoted}: {sentence}."


def _busy(error: OperationalError) -> ApiProblem:
    if is_locked(error):
        return ApiProblem(503, BUSY)
    raise error


def _as_it_is(error: Exception) -> ApiProblem:
    raise error

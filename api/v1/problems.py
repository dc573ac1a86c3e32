"""Why a request has no answer, as an exception and as an answer."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse

from api.schemas.problems import PROBLEM, Problem, RefusedParameter

TITLES = {
    400: "Not understood",
    401: "Not a token",
    403: "Not allowed",
    404: "Not in the archive",
    410: "No longer in the archive",
    429: "Too much",
    503: "Not at the moment",
}
RETRY_AFTER = 10  # seconds until what has no answer at the moment may be asked again


class ApiProblem(Exception):  # noqa: N818  the word of RFC 9457
    """A request that has no answer: the HTTP status, a sentence that says why, and which parameters are wrong."""

    def __init__(self, status: int, detail: str, parameters: Iterable[RefusedParameter] = ()) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.parameters = tuple(parameters)


def problem_answer(problem: ApiProblem) -> HttpResponse:
    """Return the answer that tells a problem; it is kept nowhere."""
    data = Problem("about:blank", TITLES[problem.status], problem.status, problem.detail, problem.parameters)
    headers = {"Cache-Control": "no-store"}
    headers |= {"Retry-After": str(RETRY_AFTER)} if problem.status == 503 else {}
    headers |= {"WWW-Authenticate": 'Bearer realm="newsroom"'} if problem.status == 401 else {}
    return HttpResponse(PROBLEM.dump_json(data), "application/problem+json", problem.status, headers=headers)


def refused(request: HttpRequest, detail: str) -> HttpResponse:
    """Answer a request that the limiter refuses, with its sentences."""
    return problem_answer(ApiProblem(429, detail))

"""Which addresses are limited, and what those who are refused are told.

The limiter itself is `accounts.limits`; this is where the addresses of all packages meet it. A request is counted
before its view is called and charged what it cost afterwards; an export besides takes a lease until it has been
streamed. A page that refuses is a page, the API a problem in JSON, a file, a feed or suggestions a text; status 429 and
Retry-After say the same to programs.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

from accounts.limits.give_way import precedence
from accounts.limits.leases import Lease, Terms
from accounts.limits.limiter import Limiter, get_limiter
from accounts.limits.metered import Metered
from accounts.limits.refusal import Refusal
from accounts.limits.sign_in import try_password
from accounts.limits.visitor import Visitor, identify
from api.unversioned.views import refused as refused_before_v1
from api.v1.problems import refused as refused_by_api

EXPORTS = "exports"
KINDS = {  # the name of an address → what its requests are counted as
    "search": "search",
    "search-values": "search",
    "concordance": "search",
    "opened": "search",
    "cite-article": "search",
    "cite-article-file": "search",
    "cite-paragraph": "search",
    "cite-paragraph-file": "search",
    "cite-quotation": "search",
    "cite-quotation-file": "search",
    "cite-search": "search",
    "cite-search-file": "search",
    "coverage": "search",
    "publisher-coverage": "search",
    "suggestions": "suggestions",
    "suggested-people": "suggestions",
    "export": EXPORTS,
    "ask-for-file": "search",
    "export-groups": EXPORTS,
    "export-months": EXPORTS,
    "export-values": EXPORTS,
    "articles-file": EXPORTS,
    "people-file": EXPORTS,
    "publishers-file": EXPORTS,
    "countries-file": EXPORTS,
    "fetch-file": EXPORTS,
    "feed": "feeds",
    "corrections-feed": "feeds",
    "corrections-csv": EXPORTS,
    "corrections-jsonl": EXPORTS,
    "api-search": "api",
}
SPACES = {"api-v1": "api"}  # the namespace of addresses → what their requests are counted as
AS_TEXT = (EXPORTS, "feeds", "suggestions")  # nobody reads them as a page of their own
PASSWORDS = ("sign-in", "admin:login", "account_change_password", "account-email")  # where one is typed
MAILED = {"account_reset_password": "mail"}  # looking at such a form is not counted


@dataclass(frozen=True, slots=True)
class Admitted:
    """A request that was let in: by whom it was asked, and the lease of an export."""

    limiter: Limiter
    visitor: Visitor
    lease: Lease | None

    def settle(self, response: HttpResponseBase, seconds: float) -> None:
        """Charge what the request took; an export that is streamed goes on being charged, and keeps its lease."""
        self.limiter.charge(self.visitor, seconds)
        if self.lease and isinstance(response, StreamingHttpResponse):
            response.streaming_content = Metered(response, self.lease, self.limiter, self.visitor)
        elif self.lease:
            self.lease.give_back()


class LimiterMiddleware:
    """Refuses what is too much. It stands last, so that what is redirected elsewhere is counted once."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        started = time.thread_time()
        with precedence.page():
            response = self.get_response(request)
        admitted: Admitted | None = getattr(request, "admitted", None)
        if admitted:
            admitted.settle(response, time.thread_time() - started)
        return response

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        """Return the answer to a request that is refused, or None where it is let in."""
        match = request.resolver_match
        if match is None or not settings.LIMITS:
            return None
        name, kind = match.view_name, SPACES.get(match.namespace) or KINDS.get(match.view_name, "")
        if name in PASSWORDS and request.method == "POST":
            refusal = try_password(request)
        elif name in MAILED and request.method == "POST":
            refusal = get_limiter().enter(MAILED[name], identify(request))
        elif kind:
            refusal = _enter(request, kind)
        else:
            return None
        return _answer(request, kind, refusal) if refusal else None


def _enter(request: HttpRequest, kind: str) -> Refusal | None:
    """Let a request in, or return why not."""
    limiter, visitor = get_limiter(), identify(request)
    lease = Lease(limiter.counters, visitor.key, _terms(request)) if kind == EXPORTS else None
    refusal = limiter.enter(kind, visitor) or (lease.take() if lease else None)
    if not refusal:
        request.admitted = Admitted(limiter, visitor, lease)  # type: ignore[attr-defined]
    return refusal


def _terms(request: HttpRequest) -> Terms:
    """Return how many exports may run; one alone where each holds a worker that could answer pages meanwhile."""
    threads = request.META.get("wsgi.multithread", True)
    return Terms(settings.EXPORTS_A_VISITOR, settings.EXPORTS_AT_ONCE if threads else 1)


def _answer(request: HttpRequest, kind: str, refusal: Refusal) -> HttpResponse:
    """Return what a refused request is told, in the form that it asked for."""
    if kind == "api":
        answer = _problem(request, refusal.sentences)
    elif kind in AS_TEXT:
        answer = HttpResponse(f"{refusal.sentences}\n", "text/plain; charset=utf-8")
    else:
        answer = render(request, "429.html", {"refusal": refusal})
    answer.status_code = 429
    answer.headers["Retry-After"] = str(refusal.seconds)
    add_never_cache_headers(answer)
    if request.headers.get("HX-Request") and kind not in AS_TEXT:  # who types in a form stays there, with what is in it
        answer.headers["HX-Redirect"] = request.get_full_path()  # htmx shows no error, but goes to a page that does
    return answer


def _problem(request: HttpRequest, sentences: str) -> HttpResponse:
    """Return the problem of the API that was asked: that of before version 1 has another form."""
    before = request.resolver_match is not None and not request.resolver_match.namespace
    return refused_before_v1(request, sentences) if before else refused_by_api(request, sentences)

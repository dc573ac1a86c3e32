"""Addresses with parameters under their former names lead to the same addresses with today's names.

One filter has one name on every page, form, feed, file and in the API. Bookmarks, feed readers and programs that know
another one are redirected for good: 301, from the API 308. What is given under today's name wins.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, QueryDict
from django.utils.encoding import escape_uri_path

from search.language.dates import parse_date


@dataclass(frozen=True, slots=True)
class Renamed:
    """A parameter's former name, today's, and what makes today's value of a former one."""

    old: str
    new: str
    value: Callable[[str], str] = str


def last_day_before(value: str) -> str:
    """Return the last year, month or day before another, as exactly as that is given; what is no date stays."""
    span = parse_date(value)
    if span is None or span.first == date.min:
        return value
    day = span.first - timedelta(days=1)
    return day.isoformat()[: {0: len("2022"), 1: len("2022-05")}.get(value.strip().count("-"))]


def with_or_without(value: str) -> str:
    """Return how a filter by quotations is written; what it never was stays."""
    return {"yes": "with", "no": "without"}.get(value, value)


DATES = (Renamed("after", "date_from"), Renamed("before", "date_to", last_day_before))
QUOTATIONS = (Renamed("quotes", "quotations"), Renamed("not_quotes", "not_quotations"))
LIST = (*DATES, Renamed("quotations", "quotations", with_or_without))
SEARCH = (*DATES, *QUOTATIONS)
RENAMED: dict[str, tuple[Renamed, ...]] = {  # the name of an address → its parameters
    "front": LIST,
    "articles": LIST,
    "quotations": DATES,
    "search": SEARCH,
    "suggestions": SEARCH,
    "search-values": (*SEARCH, Renamed("find", "name")),
    "opened": SEARCH,
    "cite-search": SEARCH,
    "cite-search-file": SEARCH,
    "export": SEARCH,
    "feed": SEARCH,
    "api-search": SEARCH,
}
OF_THE_API = "api-"  # how the names of its addresses begin


class PermanentRedirect(HttpResponsePermanentRedirect):
    """A redirect for good of which programs know that the method stays."""

    status_code = 308


class RenamedParametersMiddleware:
    """Redirects what asks with former names; everything else of an address stays as it is."""

    def __init__(self, page: Callable[[HttpRequest], HttpResponse]) -> None:
        self.page = page

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.page(request)

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        """Return a redirect, or None where nothing has a former name."""
        name = request.resolver_match.url_name if request.resolver_match else None
        if request.method not in ("GET", "HEAD") or name not in RENAMED:
            return None
        parameters = renamed(request.GET, RENAMED[name])
        if parameters == request.GET:
            return None
        redirect = PermanentRedirect if name.startswith(OF_THE_API) else HttpResponsePermanentRedirect
        return redirect(f"{escape_uri_path(request.path)}?{parameters.urlencode()}")


def renamed(given: QueryDict, table: tuple[Renamed, ...]) -> QueryDict:
    """Return the parameters under today's names, with the values that today's names have."""
    parameters = given.copy()
    for one in table:
        values = [one.value(value) for value in parameters.pop(one.old, [])]
        if values and not any(parameters.getlist(one.new)):
            parameters.setlist(one.new, values)
    return parameters

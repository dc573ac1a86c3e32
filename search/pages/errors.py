"""The answers to programs that ask for a file or a feed where there is none: sentences and the right status.

A page that could read only some of its address says so beside what it found. A file has no such place, and one that
nobody asked for is worse than none, so there is an error instead.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase

from search.engines.port import Sort
from search.pages.warnings import PageWarning, page_warnings
from search.results.ask_engine import SearchUnavailable
from search.results.prepared_query import PreparedQuery, prepare
from search.results.scan import EmptyRequest
from search.results.url_parameters import MAX_QUOTED, parse_parameters

RETRY_AFTER = "60"  # seconds

View = Callable[..., HttpResponseBase]


class UnreadableAddress(Exception):  # noqa: N818  a state of the address
    """Some of an address can't be read; the message has a line for each part that can't."""


def prepare_strictly(address: QueryDict, sort: Sort | None = None) -> PreparedQuery:
    """Return the prepared query of an address, in another order where `sort` is given.

    Raises UnreadableAddress where a filter, a name or some of the words would be left out.
    """
    parsed = parse_parameters(address)
    prepared = prepare(replace(parsed.request, sort=sort) if sort else parsed.request)
    warnings = page_warnings(parsed.request.q, prepared.problems, (*parsed.warnings, *prepared.warnings))
    if warnings:
        raise UnreadableAddress("\n".join(map(_line, warnings)))
    return prepared


def _line(warning: PageWarning) -> str:
    return f"{warning.sentence} “{warning.part[:MAX_QUOTED]}”" if warning.part else warning.sentence


def errors_as_text(view: View) -> View:
    """Answer errors of a view as text: 400 where an address is empty or can't be read as a whole, 503 for no search."""

    @wraps(view)
    def answered(request: HttpRequest, **of_address: str) -> HttpResponseBase:
        try:
            return view(request, **of_address)
        except (EmptyRequest, UnreadableAddress) as error:
            return _text(str(error), status=400)
        except SearchUnavailable as error:
            return _text(str(error), status=503, headers={"Retry-After": RETRY_AFTER})

    return answered


def _text(sentences: str, **answer: Any) -> HttpResponse:
    return HttpResponse(sentences + "\n", content_type="text/plain; charset=utf-8", **answer)

"""What a program that asks for a file or a feed is told where there is none: sentences and the right status.

A page that could read only some of its address says so beside what it found. A file has no such place, and one that
nobody asked for is worse than none, so it is refused.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, QueryDict

from search.pages.warnings import told
from search.results.request import SearchRequest
from search.results.scan import NothingAsked
from search.results.search import NoAnswer, asked_of
from search.results.url_parameters import SHOWN, read_filters

TRY_AGAIN = "60"  # seconds

View = Callable[[HttpRequest], HttpResponse]


class NotUnderstood(Exception):  # noqa: N818  a state of the address
    """Some of an address can't be read; the message has a line for each thing."""


def understood(address: QueryDict) -> SearchRequest:
    """Return what an address asks for. Raises NotUnderstood where a filter, a name or some of the words is left out."""
    reading = read_filters(address)
    asked = asked_of(reading.request)
    problems = told(reading.request.q, asked.problems, (*reading.problems, *asked.sentences))
    if problems:
        raise NotUnderstood("\n".join(_line(*one) for one in problems))
    return reading.request


def _line(sentence: str, part: str) -> str:
    return f"{sentence} “{part[:SHOWN]}”" if part else sentence


def or_a_sentence(view: View) -> View:
    """Answer with sentences where nothing can be read of what was asked, or not all of it (400), or searched (503)."""

    @wraps(view)
    def answered(request: HttpRequest) -> HttpResponse:
        try:
            return view(request)
        except (NothingAsked, NotUnderstood) as why:
            return _sentence(str(why), status=400)
        except NoAnswer as why:
            return _sentence(str(why), status=503, headers={"Retry-After": TRY_AGAIN})

    return answered


def _sentence(words: str, **answer) -> HttpResponse:
    return HttpResponse(words + "\n", content_type="text/plain; charset=utf-8", **answer)

"""What a program that asks for a file or a feed is told where there is none: one sentence and the right status."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse

from search.everything import NothingAsked
from search.searching import NoAnswer

TRY_AGAIN = "60"  # seconds

View = Callable[[HttpRequest], HttpResponse]


def or_a_sentence(view: View) -> View:
    """Answer with a sentence where nothing was asked for (400) or nothing can be searched (503)."""

    @wraps(view)
    def answered(request: HttpRequest) -> HttpResponse:
        try:
            return view(request)
        except NothingAsked as told:
            return _sentence(str(told), status=400)
        except NoAnswer as told:
            return _sentence(str(told), status=503, headers={"Retry-After": TRY_AGAIN})

    return answered


def _sentence(told: str, **answer) -> HttpResponse:
    return HttpResponse(told + "\n", content_type="text/plain; charset=utf-8", **answer)

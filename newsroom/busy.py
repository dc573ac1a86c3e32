"""Answers with a sentence when the database is held by another writer for too long."""

from collections.abc import Callable

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.write_lock import is_locked


class BusyMiddleware:
    """Turns an error about a locked database into the page 503: nothing was saved, and trying again is all it takes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer for a view that met a locked database; anything else goes its way."""
        if isinstance(exception, OperationalError) and is_locked(exception):
            return self._answer(request)
        return None

    def _answer(self, request: HttpRequest) -> HttpResponse:
        """Return the page; htmx, which shows no error, goes to it where nothing typed is lost by that."""
        answer = render(request, "503.html", status=503)
        if request.headers.get("HX-Request") and request.method == "GET":
            answer.headers["HX-Redirect"] = request.get_full_path()
        return answer

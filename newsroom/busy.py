"""Answers with a sentence when the database is held by another writer for too long."""

from collections.abc import Callable

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

Page = Callable[[HttpRequest], HttpResponse]


class BusyMiddleware:
    """Turns “database is locked” into the page 503: nothing was saved, and trying again is all it takes."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.page(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer for a page that met a locked database; anything else goes its way."""
        if isinstance(exception, OperationalError) and "locked" in str(exception):
            return render(request, "503.html", status=503)
        return None

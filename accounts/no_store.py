"""Pages with forms are kept nowhere: not by a browser that others use after its owner signed out, nor by a proxy."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control


class NoStoreMiddleware:
    """Says so of every answer that holds a form's token, which is how a page with a form is known.

    It stands inside Django's `CsrfViewMiddleware`, which forgets that a token was given once it has set the cookie.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.META.get("CSRF_COOKIE_NEEDS_UPDATE"):
            patch_cache_control(response, no_store=True, private=True)
        return response

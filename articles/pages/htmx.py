"""Requests as the middleware of django-htmx hands them to views."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails


class HtmxRequest(HttpRequest):
    """A request that says whether htmx sent it, and for which element."""

    htmx: HtmxDetails

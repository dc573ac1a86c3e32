"""The desk as an app of Django: its template tags; it has no tables."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The desk."""

    name = "desk"

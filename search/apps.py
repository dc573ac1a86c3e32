"""Full-text search over the archive's paragraphs and quotations; its index can always be rebuilt."""

from django.apps import AppConfig
from django.core import checks


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = "Search"

    def ready(self) -> None:
        from search.checks import engine_suits  # settings are read only when an engine is asked for

        checks.register(engine_suits)

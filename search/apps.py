"""Full-text search over the archive's paragraphs and quotations; its index can always be rebuilt."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = "Search"

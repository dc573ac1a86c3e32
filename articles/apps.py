"""The archive itself: articles, their paragraphs and what is found in them."""

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "Archive"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the check of the recogniser."""
        from articles.findings import recogniser  # noqa: F401

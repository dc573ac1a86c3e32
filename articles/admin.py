"""The administrators' view: everything can be read, nothing changed, since corrections are made on the pages."""

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from articles.models import (
    Article,
    Change,
    Correction,
    Country,
    MergeDecision,
    Person,
    Publisher,
    PublisherAlias,
    PublisherDecision,
    PublisherNaming,
    Section,
    SectionAlias,
)


class ReadOnlyAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # it can't be subscripted at run time
    """Shows rows; refuses to add, change or delete them."""

    show_full_result_count = False
    list_per_page = 50

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(Article)
class ArticleAdmin(ReadOnlyAdmin):
    list_display = ["__str__", "publisher", "section", "published", "quotation_count", "revision", "extractor_version"]
    list_select_related = ["publisher", "section"]
    search_fields = ["title", "source_id"]
    ordering = ["-pk"]


@admin.register(Correction)
class CorrectionAdmin(ReadOnlyAdmin):
    list_display = ["at", "editor", "field", "article", "reason"]
    list_filter = ["field", "editor"]
    list_select_related = ["editor", "article"]
    ordering = ["-pk"]


@admin.register(MergeDecision, PublisherDecision)
class MergeDecisionAdmin(ReadOnlyAdmin):
    list_display = ["at", "editor", "state", "candidate", "reason"]
    list_filter = ["state", "editor"]
    list_select_related = ["editor", "candidate__first", "candidate__second"]
    ordering = ["-pk"]


@admin.register(PublisherNaming)
class PublisherNamingAdmin(ReadOnlyAdmin):
    list_display = ["at", "editor", "before", "after", "reason"]
    list_filter = ["editor"]
    list_select_related = ["editor"]
    ordering = ["-pk"]


@admin.register(Change)
class ChangeAdmin(ReadOnlyAdmin):
    list_display = ["number", "at", "kind", "article_id", "revision"]
    list_filter = ["kind"]
    ordering = ["-number"]


@admin.register(Person, Publisher, PublisherAlias, Section, SectionAlias, Country)
class AdminByName(ReadOnlyAdmin):
    """People, publishers, sections and countries, and spellings of these, by name."""

    search_fields = ["name"]
    ordering = ["name"]

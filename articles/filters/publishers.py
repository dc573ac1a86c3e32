"""The filters of the list of publishers."""

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop
from django_filters import CharFilter

from articles.identity.publishers import publisher_spellings
from articles.identity.spellings import things_beginning
from articles.models import Article, Publisher

from .base import ListFilter, SortFilter, sort_choices

SORTS = {
    "articles": (gettext_noop("Most articles"), ("-times", "name", "pk")),
    "name": (gettext_noop("Name"), ("name", "pk")),
}


def publishers_in_use() -> QuerySet[Publisher]:
    """Return the publishers that pages show and that have an article; one that was merged is shown as another."""
    return Publisher.objects.filter(Exists(Article.objects.filter(publisher=OuterRef("pk"))))


def with_most_articles_first(publishers: QuerySet[Publisher]) -> QuerySet[Publisher]:
    """Return these publishers in the order of how many articles they have."""
    return publishers.annotate(times=Count("article")).order_by(*SORTS["articles"][1])


class PublisherListFilter(ListFilter):
    """A part of the name, in any spelling; and the order."""

    SORTS = SORTS

    name = CharFilter(label=_("Name"), method="called", max_length=200, help_text=_("A name or a part of it."))
    sort = SortFilter(choices=sort_choices(SORTS))

    def filter_queryset(self, queryset: QuerySet[Publisher]) -> QuerySet[Publisher]:
        """Count the articles only where the order asks for them."""
        chosen = self.form.cleaned_data.get("sort") or "articles"
        counted = queryset.annotate(times=Count("article")) if chosen == "articles" else queryset
        return super().filter_queryset(counted)

    def called(self, queryset: QuerySet[Publisher], name: str, words: str) -> QuerySet[Publisher]:
        """Keep the publishers with a spelling in which words begin with all of these."""
        return queryset.filter(pk__in=things_beginning(words, publisher_spellings()))

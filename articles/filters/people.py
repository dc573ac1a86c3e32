"""The filters of the list of people."""

from django.db.models import Count, QuerySet
from django_filters import CharFilter

from articles.models import Person
from articles.models.person import fold
from articles.queries.people import having_word

from .fields import ListFilter, SortFilter, sort_choices

SORTS = {
    "named": ("Most named", ("-times", "name", "pk")),
    "name": ("Name", ("name", "pk")),
}


class PersonFilter(ListFilter):
    """A part of the name; and the order."""

    SORTS = SORTS

    name = CharFilter(label="Name", method="called", max_length=200, help_text="A name or a surname.")
    sort = SortFilter(choices=sort_choices(SORTS))

    def filter_queryset(self, queryset: QuerySet[Person]) -> QuerySet[Person]:
        """Count the mentions only where the order asks for them."""
        chosen = self.form.cleaned_data.get("sort") or "named"
        counted = queryset.annotate(times=Count("mentions")) if chosen == "named" else queryset
        return super().filter_queryset(counted)

    def called(self, queryset: QuerySet[Person], name: str, words: str) -> QuerySet[Person]:
        return queryset.filter(pk__in=having_word(fold(words)).values("person"))

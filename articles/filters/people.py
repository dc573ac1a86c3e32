"""The filters of the list of people."""

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop
from django_filters import CharFilter

from articles.identity.lookup import people_called
from articles.models import Mention, Person

from .base import ListFilter, SortFilter, sort_choices

# A subquery, not a join: counting the people of the list need not count their mentions.
TIMES = Mention.objects.filter(person=OuterRef("pk")).order_by().values("person").annotate(n=Count("pk")).values("n")
SORTS = {
    "named": (gettext_noop("Most named"), ("-times", "name", "pk")),
    "name": (gettext_noop("Name"), ("name", "pk")),
}


class PersonFilter(ListFilter):
    """A part of the name; and the order."""

    SORTS = SORTS

    name = CharFilter(label=_("Name"), method="called", max_length=200, help_text=_("A name or a surname."))
    sort = SortFilter(choices=sort_choices(SORTS))

    def filter_queryset(self, queryset: QuerySet[Person]) -> QuerySet[Person]:
        """Count the mentions only where the order asks for them."""
        chosen = self.form.cleaned_data.get("sort") or "named"
        counted = queryset.annotate(times=Coalesce(Subquery(TIMES), 0)) if chosen == "named" else queryset
        return super().filter_queryset(counted)

    def called(self, queryset: QuerySet[Person], name: str, words: str) -> QuerySet[Person]:
        """Keep the people who have all these words in a spelling of their name."""
        return queryset.filter(pk__in=people_called(words))

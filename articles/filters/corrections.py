"""The filters of the log of corrections."""

from typing import Any

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet
from django_filters import CharFilter, ChoiceFilter, ModelChoiceFilter

from articles.models import Correction
from articles.models.correction import OF_ARTICLES, OF_MENTIONS, OF_PARAGRAPHS, OF_PEOPLE, OF_QUOTATIONS

from .base import ListFilter, SortFilter, sort_choices
from .period import Period, PeriodFilter
from .things import PublisherFilter

SORTS = {
    "newest": ("Newest first", ("-pk",)),
    "oldest": ("Oldest first", ("pk",)),
}
OF = {
    "articles": ("Values of articles", OF_ARTICLES),
    "paragraphs": ("Paragraphs", OF_PARAGRAPHS),
    "quotations": ("Quotations", OF_QUOTATIONS),
    "mentions": ("People and countries named", OF_MENTIONS),
    "people": ("People", OF_PEOPLE),
}


def editors(request: Any) -> QuerySet[User]:
    """Return those who have corrected something, to choose from."""
    return User.objects.filter(pk__in=Correction.objects.order_by().values("editor").distinct()).order_by("username")


class CorrectionFilter(ListFilter):
    """What was corrected, by whom, when, of which publisher, and words of the reason; and the order."""

    SORTS = SORTS
    DATE = "at"

    of = ChoiceFilter(
        label="Corrected",
        method="of_things",
        empty_label="Anything",
        choices=[(key, what) for key, (what, _) in OF.items()],
    )
    field = ChoiceFilter(label="Value", empty_label="Any value", choices=Correction.Field.choices)
    editor = ModelChoiceFilter(
        label="By",
        queryset=editors,
        empty_label="Anybody",
        error_messages={"invalid_choice": "No such editor has corrected anything."},
    )
    date_from = PeriodFilter(label="Corrected from", method="since", help_text="2022, 2022-03 or 18 March 2022.")
    date_to = PeriodFilter(label="Corrected to", method="until")
    publisher = PublisherFilter(field_name="article__publisher", label="Publisher")
    why = CharFilter(label="Words of the reason", method="because", max_length=200)
    sort = SortFilter(choices=sort_choices(SORTS))

    def of_things(self, queryset: QuerySet[Correction], name: str, choice: str) -> QuerySet[Correction]:
        """Keep the corrections of one sort of thing."""
        return queryset.filter(field__in=OF[choice][1])

    def since(self, queryset: QuerySet[Correction], name: str, period: Period) -> QuerySet[Correction]:
        """Keep what was corrected in the period or after it, in UTC."""
        return queryset.filter(at__gte=period.instants()[0])

    def until(self, queryset: QuerySet[Correction], name: str, period: Period) -> QuerySet[Correction]:
        """Keep what was corrected in the period or before it, in UTC."""
        return queryset.filter(at__lt=period.instants()[1])

    def because(self, queryset: QuerySet[Correction], name: str, words: str) -> QuerySet[Correction]:
        """Keep the corrections whose reason has all of these words."""
        every = Q()
        for word in words.split():
            every &= Q(reason__icontains=word)
        return queryset.filter(every)

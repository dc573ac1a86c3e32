"""The filters of the list of articles."""

from typing import Any

from django.db.models import Case, Q, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop
from django_filters import ChoiceFilter

from articles.models import Article, Mention
from articles.queries import newest_first, oldest_first

from .base import CountryFilter, ListFilter, SortFilter, sort_choices
from .period import Period, PeriodFilter
from .person import PeopleFilter, PersonLookup
from .things import PublisherFilter, SectionFilter

UNTITLED_LAST = Case(When(title="", then=Value(1)), default=Value(0))
SORTS = {
    "newest": (gettext_noop("Newest first"), newest_first()),
    "oldest": (gettext_noop("Oldest first"), oldest_first()),
    "quotations": (gettext_noop("Most quotations"), ("-quotation_count", *newest_first())),
    "title": (gettext_noop("Title"), (UNTITLED_LAST, "title", "pk")),
}
MISSING = {
    "title": Q(title=""),
    "date": Q(published_from=None),
    "publisher": Q(publisher=None),
    "byline": Q(byline=""),
}


class ArticleFilter(ListFilter):
    """Publisher, section, dates, person, country, quotations, what is missing; and the order."""

    SORTS = SORTS
    BY_TIME = ("newest", "oldest")

    publisher = PublisherFilter()
    section = SectionFilter()
    date_from = PeriodFilter(label=_("Published from"), method="since", help_text=_("2022, 2022-03 or 18 March 2022."))
    date_to = PeriodFilter(label=_("Published to"), method="until")
    person = PeopleFilter(label=_("Names the person"), method="naming_person")
    country = CountryFilter(label=_("Names the country"), method="naming_country")
    quotations = ChoiceFilter(
        label=_("Quotations"),
        method="quoting",
        empty_label=_("With or without"),
        choices=[("with", _("With")), ("without", _("Without"))],
    )
    missing = ChoiceFilter(
        label=_("Missing"),
        method="lacking",
        empty_label=_("Nothing in particular"),
        choices=[(name, f"The {name}") for name in MISSING],
    )
    sort = SortFilter(choices=sort_choices(SORTS))

    def since(self, queryset: QuerySet[Article], name: str, period: Period) -> QuerySet[Article]:
        """Keep the articles published in the period or after it."""
        return queryset.filter(period.or_later())

    def until(self, queryset: QuerySet[Article], name: str, period: Period) -> QuerySet[Article]:
        """Keep the articles published in the period or before it."""
        return queryset.filter(period.or_earlier())

    def naming_person(self, queryset: QuerySet[Article], name: str, lookup: PersonLookup) -> QuerySet[Article]:
        """Keep the articles that name one of these people."""
        mentions = Mention.objects.filter(person__in=lookup.people)
        return queryset.filter(pk__in=mentions.values("paragraph__article"))

    def naming_country(self, queryset: QuerySet[Article], name: str, code: str) -> QuerySet[Article]:
        """Keep the articles that name the country."""
        # One pass over the country's mentions; EXISTS would have SQLite walk them again for every article.
        return queryset.filter(pk__in=Mention.objects.filter(country=code).values("paragraph__article"))

    def quoting(self, queryset: QuerySet[Article], name: str, choice: Any) -> QuerySet[Article]:
        """Keep the articles with quotations, or those without."""
        return queryset.filter(quotation_count__gt=0) if choice == "with" else queryset.filter(quotation_count=0)

    def lacking(self, queryset: QuerySet[Article], name: str, choice: str) -> QuerySet[Article]:
        """Keep the articles that do not tell this of themselves."""
        return queryset.filter(MISSING[choice])

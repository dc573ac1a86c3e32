"""The filters of the list of quotations."""

from django import forms
from django.db.models import F, Q, QuerySet
from django_filters import ChoiceFilter

from articles.models import Mention, Quotation, Speaker
from articles.queries import beside_country, newest_first, oldest_first, people_called

from .called import MOST_PEOPLE, Called, PeopleFilter, PersonField
from .lists import CountryFilter, ListFilter, SortFilter, sort_choices
from .period import Period, PeriodFilter

SORTS = {
    "newest": ("Newest first", newest_first("article__")),
    "oldest": ("Oldest first", oldest_first("article__")),
}
KINDS = [
    ("direct", "Direct: a whole quoted sentence"),
    ("mixed", "Mixed: quoted words in a sentence"),
    ("indirect", "Indirect: reported without marks"),
]


class SpeakerField(PersonField):
    """A speaker's name or number: a person, or a country, an organisation or a document by its name."""

    def called(self, text: str) -> Called:
        """Return the people of that name; none is fine where something else of that name speaks."""
        keys = people_called(text, MOST_PEOPLE)
        if len(keys) > MOST_PEOPLE:
            raise forms.ValidationError(f"More than {MOST_PEOPLE} people are called “{text}”: give more of the name.")
        if not keys and not Speaker.objects.filter(name__iexact=text).exists():
            raise forms.ValidationError(f"The archive quotes nobody called “{text}”.")
        return Called(tuple(keys), text)


class SpeakerFilter(PeopleFilter):
    """Narrows quotations by who said them."""

    field_class = SpeakerField


class QuotationFilter(ListFilter):
    """Speaker, about whom, country, dates, kind; and the order."""

    SORTS = SORTS

    speaker = SpeakerFilter(label="Said by", method="said_by", field_name="speaker")
    about = PeopleFilter(label="About the person", method="about_person", field_name="about")
    country = CountryFilter(label="Country in its paragraph", method="beside_country")
    date_from = PeriodFilter(label="Published from", method="since", help_text="A year, a month or a day.")
    date_to = PeriodFilter(label="Published to", method="until")
    kind = ChoiceFilter(label="Kind", empty_label="Any kind", choices=KINDS)
    sort = SortFilter(choices=sort_choices(SORTS))

    def said_by(self, queryset: QuerySet[Quotation], name: str, called: Called) -> QuerySet[Quotation]:
        who = Q(person__in=called.keys)
        if len(called.keys) != 1:
            who |= Q(name__iexact=called.words)
        return queryset.filter(pk__in=Speaker.objects.filter(who).values("quotation"))

    def about_person(self, queryset: QuerySet[Quotation], name: str, called: Called) -> QuerySet[Quotation]:
        """Keep the quotations within whose words the person is named."""
        within = Mention.objects.filter(
            person__in=called.keys,
            paragraph__quotation_spans__start__lte=F("start"),
            paragraph__quotation_spans__end__gte=F("end"),
        )
        return queryset.filter(pk__in=within.values("paragraph__quotation_spans__quotation"))

    def beside_country(self, queryset: QuerySet[Quotation], name: str, code: str) -> QuerySet[Quotation]:
        """Keep the quotations in whose paragraph the country is named."""
        return queryset.filter(pk__in=beside_country(code).values("pk"))

    def since(self, queryset: QuerySet[Quotation], name: str, period: Period) -> QuerySet[Quotation]:
        return queryset.filter(article__published_from__gte=period.start)

    def until(self, queryset: QuerySet[Quotation], name: str, period: Period) -> QuerySet[Quotation]:
        return queryset.filter(article__published_from__lt=period.end)

"""The filters of the list of quotations."""

import re

from django.db.models import Q, QuerySet
from django_filters import ChoiceFilter

from articles.identity.speakers import no_people_called
from articles.models import Country, Person, Quotation, Speaker, Subject
from articles.models.quotation import QuotationQuerySet
from articles.queries import beside_country, newest_first, oldest_first

from .base import CountryFilter, ListFilter, SortFilter, sort_choices
from .period import Period, PeriodFilter
from .person import PeopleFilter, PersonField, PersonLookup
from .things import PublisherFilter, SectionFilter

SORTS = {
    "newest": ("Newest first", newest_first("article__")),
    "oldest": ("Oldest first", oldest_first("article__")),
}
COUNTRY = re.compile(r".*\(([A-Z]{2})\)")  # "Jordan (JO)"
KINDS = [
    ("direct", "Direct: a whole quoted sentence"),
    ("mixed", "Mixed: quoted words in a sentence"),
    ("indirect", "Indirect: reported without marks"),
]

CERTAINTIES = [
    ("known", "Sure or likely"),
    ("unsure", "Unsure who said it"),
]
NO_SPEAKER = "What is unsure is in nobody’s list, unless it is asked for."


class SpeakerField(PersonField):
    """A speaker's name or number: people, or a country, an organisation or a document by its name.

    "Jordan (JO)", as the pages of countries link to it, is the country and nobody who is called Jordan.
    """

    UNKNOWN = "The archive quotes nobody called “{}”."

    def called(self, text: str) -> PersonLookup:
        """Return the people of that name; none where a country's code tells that they are not meant."""
        code = COUNTRY.fullmatch(text)
        country = Country.objects.in_use().filter(code=code[1]).first() if code else None
        return PersonLookup(Person.objects.none(), country.name) if country else super().called(text)

    def known(self, people: QuerySet[Person], text: str) -> bool:
        """Say whether somebody has that name, or something else that speaks."""
        return super().known(people, text) or no_people_called(text).exists()


class SpeakerFilter(PeopleFilter):
    """Narrows quotations by who said them."""

    field_class = SpeakerField


class QuotationFilter(ListFilter):
    """Speaker, about whom or which country, country beside, dates, publisher, section, certainty, kind; and the order.

    "What did X say about Y" is the address ?speaker=X&about=Y, or &about_country= with a code. Nothing is a speaker's
    of which it is unsure who said it: with &certainty=unsure the same address lists what may be theirs.
    """

    SORTS = SORTS
    DATE = "article__published_from"

    speaker = SpeakerFilter(label="Said by", method="said_by", field_name="speaker")
    about = PeopleFilter(label="About the person", method="about_person", field_name="about")
    about_country = CountryFilter(label="About the country", method="on_country")
    country = CountryFilter(label="Country in its paragraph", method="beside_country")
    date_from = PeriodFilter(label="Published from", method="since", help_text="2022, 2022-03 or 18 March 2022.")
    date_to = PeriodFilter(label="Published to", method="until")
    publisher = PublisherFilter(field_name="article__publisher", label="Publisher")
    section = SectionFilter(field_name="article__section", label="Section")
    certainty = ChoiceFilter(
        label="Who said it", method="as_certain", empty_label="Sure or not", choices=CERTAINTIES, help_text=NO_SPEAKER
    )
    kind = ChoiceFilter(label="Kind", empty_label="Any kind", choices=KINDS)
    sort = SortFilter(choices=sort_choices(SORTS))

    def said_by(self, queryset: QuotationQuerySet, name: str, lookup: PersonLookup) -> QuotationQuerySet:
        """Keep what these people said and, unless a number means one of them, what else has that name.

        What may be somebody else's is left out, unless it is what was asked for.
        """
        queryset = queryset if self.form.cleaned_data.get("certainty") else queryset.known()
        by_people = Q(pk__in=Speaker.objects.filter(person__in=lookup.people).values("quotation"))
        if lookup.is_number:
            return queryset.filter(by_people)
        return queryset.filter(by_people | Q(pk__in=no_people_called(lookup.words).values("quotation")))

    def about_person(self, queryset: QuerySet[Quotation], name: str, lookup: PersonLookup) -> QuerySet[Quotation]:
        """Keep the quotations that speak of the person."""
        return queryset.filter(pk__in=Subject.objects.filter(person__in=lookup.people).values("quotation"))

    def on_country(self, queryset: QuerySet[Quotation], name: str, code: str) -> QuerySet[Quotation]:
        """Keep the quotations that speak of the country."""
        return queryset.filter(pk__in=Subject.objects.filter(country=code).values("quotation"))

    def beside_country(self, queryset: QuerySet[Quotation], name: str, code: str) -> QuerySet[Quotation]:
        """Keep the quotations in whose paragraph the country is named."""
        return queryset.filter(pk__in=beside_country(code).values("pk"))

    def as_certain(self, queryset: QuotationQuerySet, name: str, choice: str) -> QuotationQuerySet:
        """Keep the quotations whose speaker is sure or likely, or those that may be somebody else's."""
        return queryset.unsure() if choice == "unsure" else queryset.known()

    def since(self, queryset: QuerySet[Quotation], name: str, period: Period) -> QuerySet[Quotation]:
        """Keep what articles say that were published in the period or after it."""
        return queryset.filter(period.or_later("article__"))

    def until(self, queryset: QuerySet[Quotation], name: str, period: Period) -> QuerySet[Quotation]:
        """Keep what articles say that were published in the period or before it."""
        return queryset.filter(period.or_earlier("article__"))

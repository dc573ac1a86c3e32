"""Whom and what the archive has met: what only an earlier version of an article named stays, but is listed nowhere."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from articles.models import Country, Mention, Person, Speaker, Subject

from .quotations import quotations_said


def people_met() -> QuerySet[Person]:
    """Return the people who are named somewhere, have said something or are spoken of."""
    return _met(Person.objects.all(), "person")


def countries_met() -> QuerySet[Country]:
    """Return the countries that are named somewhere, have said something or are spoken of."""
    return _met(Country.objects.all(), "country")


def _met(rows: QuerySet[Any], noun: str) -> QuerySet[Any]:
    here = {noun: OuterRef("pk")}
    spoken = Speaker.objects.filter(**here, quotation__in=quotations_said())
    spoken_of = Subject.objects.filter(**here, quotation__in=quotations_said())
    return rows.filter(Exists(Mention.objects.filter(**here)) | Exists(spoken) | Exists(spoken_of))

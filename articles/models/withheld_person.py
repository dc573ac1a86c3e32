"""People whom no page shows: what is no person at all, and people whose names a chief editor hid."""

from functools import cache
from typing import Any, cast

from django.db import models
from django.db.models.sql import Query


class WithheldPerson(models.Model):
    """A Person that pages, lists, searches and counts leave out, for as long as the row is there.

    What names them in the tables of findings stays, also where it is extracted again, and comes back with them. Who
    decided so, when and why is a Correction.
    """

    class Kind(models.TextChoices):
        NOBODY = "nobody", "not a person"
        HIDDEN = "hidden", "a name that is hidden"

    person = models.OneToOneField(
        "articles.Person", primary_key=True, on_delete=models.CASCADE, related_name="withheld"
    )
    kind = models.CharField(max_length=10, choices=Kind)

    class Meta:
        verbose_name_plural = "withheld people"

    def __str__(self) -> str:
        return f"{self.person}: {self.get_kind_display()}"


def withheld() -> "models.QuerySet[WithheldPerson, int]":
    """Return the numbers of the people who are withheld, as a subquery: `exclude(person__in=withheld())`."""
    return WithheldPerson.objects.values_list("person", flat=True)


class ShownManager(models.Manager[Any]):
    """The rows of a table of findings that pages show: all but those that name a withheld person.

    Who writes takes the table's other manager, `every`.
    """

    def get_queryset(self) -> "models.QuerySet[Any]":
        """Return the rows that name nobody who is withheld."""
        queryset, model = super().get_queryset(), cast("type[models.Model]", self.model)
        queryset.query = _query_of_shown(model).clone()
        return queryset


@cache  # a page with two hundred quotations makes as many query sets of what was fetched for each
def _query_of_shown(model: type[models.Model]) -> Query:
    return models.QuerySet(model).exclude(person__in=withheld()).query

"""People: the list of the pages, and each with aliases, roles and counts."""

from collections.abc import Sequence
from typing import Any, Literal

from django.http import HttpRequest
from ninja import Path, Query, Router

from api.addresses import Addresses
from api.parameters.values import Name, Number
from api.schemas import entities as schemas
from api.serializers import entities as serializers
from api.v1.lists import ListOf, filtered, list_of
from api.v1.parameters import ListParameters
from api.v1.problems import ApiProblem
from api.v1.reading import answers
from articles.filters import PersonFilter
from articles.models import Person, WithheldPerson
from articles.queries import people_entries, person_page
from articles.queries.person_spellings import other_spellings

router = Router(tags=["people"])


class PersonParameters(ListParameters):
    """Which people, and in which order."""

    name: Name | None = None
    """Words that are all in a spelling of their name."""
    sort: Literal["named", "name"] = "named"
    """The most often named first, or by name."""


class PersonList(ListOf[schemas.PersonEntry]):
    """People, each with aliases, the most usual role and counts."""


@router.get("", response=answers(PersonList), url_name="v1-people", summary="People")
def people(request: HttpRequest, parameters: Query[PersonParameters]) -> Any:
    """The people whom articles name or quote, or who are spoken of."""
    addresses = Addresses(request)
    rows = filtered(PersonFilter, parameters, Person.objects.in_use())

    def entries(keys: Sequence[int]) -> list[schemas.PersonEntry]:
        spelled = other_spellings(keys)
        return [serializers.person_entry(one, spelled[one.person.pk], addresses) for one in people_entries(keys)]

    return list_of(request, parameters, rows, entries, "people")


@router.get("/{id}", response=answers(schemas.Person, 404), url_name="v1-person", summary="A person")
def person(request: HttpRequest, id: Path[Number]) -> Any:
    """A person; of the number of one who was merged into another, that other one."""
    row = Person.objects.select_related("merged_into").filter(pk=id).first()
    shown = row.shown if row else None
    if shown is None or _is_hidden(shown):
        raise ApiProblem(404, f"The archive names nobody of number {id}.")
    return serializers.person(person_page(shown), Addresses(request))


def _is_hidden(person: Person) -> bool:
    """Say whether no page shows somebody: they are withheld, or nothing names them any more."""
    withheld = WithheldPerson.objects.filter(person=person)
    return withheld.exists() or not Person.objects.in_use().filter(pk=person.pk).exists()

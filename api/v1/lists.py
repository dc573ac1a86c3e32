"""Lists: some items, how many there are in all, and where to go on."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django_filters import FilterSet
from pydantic import BaseModel, ConfigDict

from api.v1.cursors import FORGED, read_cursor, write_cursor
from api.v1.keyset import keyset_page
from api.v1.parameters import ListParameters, as_query
from api.v1.problems import ApiProblem

Item = TypeVar("Item")
OF_TIME = ("date_from", "date_to")  # parameters that are wrong by themselves, not by what the archive has


class ListLinks(BaseModel):
    """Addresses of requests, absolute."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    self: str
    """This request."""
    page: str
    """The same for people."""
    next: str | None
    """The request for what comes next; null at the end."""


class ListOf(BaseModel, Generic[Item]):
    """Some items of a list, and where it goes on."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    items: tuple[Item, ...]
    total: int
    """How many there are in the whole list, exactly."""
    size: int
    """How many items an answer has, at the most."""
    next_cursor: str | None
    """What `cursor` is to be for what comes next; null at the end."""
    links: ListLinks


def links(request: HttpRequest, page: str, parameters: ListParameters, cursor: str | None) -> ListLinks:
    """Return the links of a list: to itself, to the page for people (a path), and to what comes next."""
    here = request.build_absolute_uri()
    given = {**parameters.model_dump(exclude_defaults=True), "cursor": cursor}
    following = f"{request.build_absolute_uri(request.path)}?{as_query(given).urlencode()}" if cursor else None
    return ListLinks(self=here, page=request.build_absolute_uri(page), next=following)


def asked_of(request: HttpRequest, parameters: ListParameters) -> Any:
    """Return what a cursor of a list is bound to: its address, and what is asked for."""
    return [request.path, parameters.asked()]


def list_of(
    request: HttpRequest,
    parameters: ListParameters,
    rows: QuerySet[Any],
    entries: Callable[[Sequence[Any]], Sequence[Any]],
    page: str,
) -> dict[str, Any]:
    """Return some of ordered rows as the list that a request asks for; `entries` makes items of their keys.

    `page` names the address where people see them. Takes two queries besides those of the entries.
    """
    asked = asked_of(request, parameters)
    place = read_cursor(asked, parameters.cursor) if parameters.cursor else None
    try:
        found = keyset_page(rows, parameters.size, place)
    except ValueError as error:
        raise ApiProblem(400, FORGED) from error
    cursor = write_cursor(asked, found.following) if found.following else None
    address = f"{reverse(page)}?{urlencode(parameters.asked(), doseq=True)}".rstrip("?")
    return {
        "items": entries(found.keys),
        "total": rows.count(),
        "size": parameters.size,
        "next_cursor": cursor,
        "links": links(request, address, parameters, cursor),
    }


def filtered(filters: type[FilterSet], parameters: ListParameters, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Return the rows that a list of the pages has for these parameters, in its order.

    Raises ApiProblem where they name somebody or something that the archive does not have, or a time that ends before
    it begins.
    """
    narrowed: Any = filters(as_query(parameters.asked()), queryset=rows)
    if not narrowed.is_valid():
        wrong = {name: " ".join(sentences) for name, sentences in narrowed.form.errors.items()}
        raise ApiProblem(400 if any(name in OF_TIME for name in wrong) else 404, " ".join(wrong.values()))
    found: QuerySet[Any] = narrowed.rows
    return found

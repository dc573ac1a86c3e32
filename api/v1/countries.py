"""Countries: those that the archive names, and each with its counts."""

from typing import Annotated, Any

from django.http import HttpRequest
from django.urls import reverse
from ninja import Path, Query, Router
from pydantic import Field

from api.addresses import Addresses
from api.parameters.values import CountryCode
from api.schemas import entities as schemas
from api.serializers import entities as serializers
from api.v1.cursors import read_cursor, write_cursor
from api.v1.lists import ListOf, asked_of, links
from api.v1.parameters import ListParameters
from api.v1.problems import ApiProblem
from api.v1.reading import answers
from articles.models import Country
from articles.queries import countries_with_counts, country_page

router = Router(tags=["countries"])
ALL = 250  # there are no more countries than that


class CountryParameters(ListParameters):
    """How many countries."""

    size: Annotated[int, Field(ge=1, le=ALL)] = ALL
    """How many items an answer has, at the most."""


class CountryList(ListOf[schemas.CountedEntity]):
    """Countries by name, with how many places mention them."""


@router.get("", response=answers(CountryList), url_name="v1-countries", summary="Countries")
def countries(request: HttpRequest, parameters: Query[CountryParameters]) -> Any:
    """The countries that articles name, by name."""
    asked, rows = asked_of(request, parameters), countries_with_counts()
    first = read_cursor(asked, parameters.cursor) if parameters.cursor else 0
    last = first + parameters.size
    cursor = write_cursor(asked, last) if last < len(rows) else None
    return {
        "items": serializers.counted(rows[first:last], Addresses(request)),
        "total": len(rows),
        "size": parameters.size,
        "next_cursor": cursor,
        "links": links(request, reverse("countries"), parameters, cursor),
    }


@router.get("/{code}", response=answers(schemas.Country, 404), url_name="v1-country", summary="A country")
def country(request: HttpRequest, code: Path[CountryCode]) -> Any:
    """A country of ISO 3166-1 by its code, with its counts."""
    row = Country.objects.filter(pk=code.upper()).first()
    if row is None:
        raise ApiProblem(404, f"The archive has no country of the code {code.upper()}.")
    return serializers.country(country_page(row), Addresses(request))

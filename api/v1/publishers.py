"""Publishers: the list of the pages, and each with its spellings and counts."""

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
from articles.filters import PublisherListFilter, publishers_in_use
from articles.models import Publisher
from articles.queries.publishers import publisher_entries, publisher_page

router = Router(tags=["publishers"])


class PublisherParameters(ListParameters):
    """Which publishers, and in which order."""

    name: Name | None = None
    """Words that begin words of a spelling."""
    sort: Literal["articles", "name"] = "articles"
    """Those of most articles first, or by name."""


class PublisherList(ListOf[schemas.PublisherEntry]):
    """Publishers, each with its spellings, how many articles there are of it, and from when to when."""


@router.get("", response=answers(PublisherList), url_name="v1-publishers", summary="Publishers")
def publishers(request: HttpRequest, parameters: Query[PublisherParameters]) -> Any:
    """The publishers of the archive's articles."""
    addresses = Addresses(request)
    rows = filtered(PublisherListFilter, parameters, publishers_in_use())

    def entries(keys: Sequence[int]) -> list[schemas.PublisherEntry]:
        return [serializers.publisher_entry(one, addresses) for one in publisher_entries(keys)]

    return list_of(request, parameters, rows, entries, "publishers")


@router.get("/{id}", response=answers(schemas.Publisher, 404), url_name="v1-publisher", summary="A publisher")
def publisher(request: HttpRequest, id: Path[Number]) -> Any:
    """A publisher; of the number of one that was merged into another, that other one."""
    row = Publisher.objects.select_related("merged_into").filter(pk=id).first()
    if row is None:
        raise ApiProblem(404, f"The archive has no publisher of number {id}.")
    return serializers.publisher(publisher_page(row.shown), Addresses(request))

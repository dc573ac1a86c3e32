"""Searches as the page shows them: groups with their best matches, facets, the timeline, and how all was understood."""

from dataclasses import dataclass, fields
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from ninja import Path, Query, Router
from pydantic.dataclasses import dataclass as schema

from api.addresses import SIZE, UNIT, SearchAddresses
from api.schemas.answers import Answer
from api.schemas.items import CONFIG
from api.serializers.search_results import serialize
from api.v1.cursors import read_cursor, write_cursor
from api.v1.found import NOTHING
from api.v1.problems import ApiProblem
from api.v1.reading import answers
from api.v1.search_parameters import SearchParameters, request_of
from search.engines.port import Unit
from search.results.request import SearchRequest
from search.results.search import search

router = Router(tags=["search"])
EMPTY = "Give words in “q”, or a filter."


@schema(frozen=True, slots=True, config=CONFIG)
class SearchAnswer(Answer):
    """What a search found."""

    next_cursor: str | None
    """What `cursor` is to be for the groups that come next; null at the end."""


@dataclass(frozen=True, slots=True)
class CursorAddresses(SearchAddresses):
    """Makes the addresses of searches, of later pages by cursors."""

    def of_request(self, request: SearchRequest) -> str:
        """Return the address where the API answers a search request."""
        unit = request.unit or self.unit
        pairs = [pair for pair in request.parameters() if pair[0] not in (UNIT, "page")]
        pairs += [(SIZE, str(self.size))] if self.size else []
        pairs += [("cursor", self.cursor(request))] if request.page > 1 else []
        return f"{self.of('api-v1:v1-search', unit)}{'?' if pairs else ''}{urlencode(pairs)}"

    def cursor(self, request: SearchRequest) -> str:
        """Return the cursor of a request's page."""
        return write_cursor(_asked(request, self.unit, self.size), request.page)


@router.get("/{unit}", response=answers(SearchAnswer, 404), url_name="v1-search", summary="A search")
def searched(request: HttpRequest, unit: Path[Unit], parameters: Query[SearchParameters]) -> Any:
    """What the search page finds, in groups with their best matches, with facets and a timeline."""
    size = parameters.size if "size" in parameters.model_fields_set else None
    asked = request_of(parameters, unit)
    if parameters.cursor:
        asked = asked.on_page(read_cursor(_asked(asked, unit, size), parameters.cursor))
    results = search(asked, parameters.size)
    if results.degraded:
        raise ApiProblem(503, results.degraded)
    if results.is_empty:
        raise ApiProblem(400, " ".join([NOTHING if asked.q else EMPTY, *(one.sentence for one in results.problems)]))
    addresses = CursorAddresses(request, unit, size)
    answer = serialize(results, (), addresses, parameters.size)
    cursor = addresses.cursor(results.following) if results.following else None
    return SearchAnswer(**{one.name: getattr(answer, one.name) for one in fields(answer)}, next_cursor=cursor)


def _asked(request: SearchRequest, unit: Unit, size: int | None) -> Any:
    """Return what a cursor is bound to: the request, whichever page of it, and how large its pages are."""
    return [unit, request.on_page(1).parameters(), size]

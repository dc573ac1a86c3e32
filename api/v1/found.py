"""Lists of what a search finds, match by match: paragraphs or quotations, counted as the page of the search counts."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django.http import HttpRequest
from django.urls import reverse

from api.schemas.answers import RequestProblem
from api.v1.cursors import read_cursor, write_cursor
from api.v1.lists import Item, ListOf, asked_of, links
from api.v1.matches import START, matches
from api.v1.parameters import ListParameters
from api.v1.problems import ApiProblem
from api.v1.search_parameters import request_of
from search.engines.port import Hit, Unit
from search.results.prepared_query import PreparedQuery, prepare

Found = TypeVar("Found")
NOTHING = "Nothing in “q” can be searched for."


class FoundList(ListOf[Item]):
    """What a search finds, match by match."""

    problems: tuple[RequestProblem, ...]
    """What of `q` could not be read, and which names in it lead to nobody; the rest was searched."""


def found_list(
    request: HttpRequest,
    parameters: ListParameters,
    unit: Unit,
    entries: Callable[[Sequence[Hit]], Sequence[Found]],
) -> dict[str, Any]:
    """Return some of what a request finds, of everything where it asks for nothing; `entries` makes items of matches.

    Raises ApiProblem where its words can't be read, and SearchUnavailable.
    """
    asked = asked_of(request, parameters)
    place = read_cursor(asked, parameters.cursor) if parameters.cursor else START
    prepared = prepare(request_of(parameters, unit))
    refuse_unreadable(prepared)
    found = matches(prepared.engine_request, parameters.size, place)
    cursor = write_cursor(asked, found.following) if found.following else None
    page = f"{reverse('search')}?{prepared.request.to_query()}".rstrip("?")
    return {
        "items": entries(found.hits),
        "total": found.total,
        "size": parameters.size,
        "next_cursor": cursor,
        "links": links(request, page, parameters, cursor),
        "problems": problems_of(prepared),
    }


def refuse_unreadable(prepared: PreparedQuery) -> None:
    """Raise ApiProblem where there are words, and none of them can be searched for."""
    if prepared.request.q and prepared.query is None:
        raise ApiProblem(400, " ".join([NOTHING, *(one.sentence for one in prepared.problems)]))


def problems_of(prepared: PreparedQuery) -> tuple[RequestProblem, ...]:
    """Return what could not be read of a request's words, with positions, and which names lead to nobody."""
    of_words = (RequestProblem(one.sentence, one.start, one.end) for one in prepared.problems)
    return (*of_words, *(RequestProblem(one, None, None) for one in prepared.warnings))

"""A request, read and looked up once, for whatever is made of it: page, count, file, feed or neighbours."""

from collections.abc import Iterable
from dataclasses import dataclass

from search.engines.port import EngineRequest, Unit
from search.language.ast import Query, Within
from search.language.describe import ResolvedName
from search.language.highlighting import highlight_terms
from search.language.limits import QueryProblem
from search.language.parser import ParsedQuery, parse
from search.results.name_resolution import FoundNames, look_up_names, resolve_names
from search.results.request import SearchRequest

GROUPS_PER_PAGE = 10
HITS_PER_GROUP = 3
VALUES_PER_FACET = 20  # on the page of results; a list of its own has the others


@dataclass(frozen=True, slots=True)
class PreparedQuery:
    """A request that was read and looked up once, for whatever is made of it: page, count, file, feed or neighbours.

    `query` is what the words mean as they were parsed, with names as they were typed, None where there are none that
    can be searched; `engine_request` has ids in place of the names, and asks for one page. `is_empty` says that there
    is nothing to search for. `problems` are parts of the words that could not be read, with their positions in them;
    `warnings` are sentences about names that lead nowhere; `names` are whom each name led to, and `found_names` is all
    that was looked up, for other requests with the same names.
    """

    request: SearchRequest
    query: Query | None
    engine_request: EngineRequest
    is_empty: bool
    problems: tuple[QueryProblem, ...]
    warnings: tuple[str, ...]
    names: tuple[ResolvedName, ...]
    found_names: FoundNames


def prepare(request: SearchRequest, groups_per_page: int = GROUPS_PER_PAGE) -> PreparedQuery:
    """Parse the words of a request and look up the names in them. Takes at most seven database queries."""
    (prepared,) = prepare_many([request], {}, groups_per_page)
    return prepared


def prepare_many(
    requests: Iterable[SearchRequest], known: FoundNames, groups_per_page: int = GROUPS_PER_PAGE
) -> list[PreparedQuery]:
    """Parse the words of requests, and look up those names in them that are not known, all at once.

    Takes at most seven database queries, none where all names are known.
    """
    parsed = [(request, parse(request.q)) for request in requests]
    found = look_up_names((one.query for _, one in parsed if one.query is not None), known)
    return [_prepared(request, one, found, groups_per_page) for request, one in parsed]


def _prepared(request: SearchRequest, parsed: ParsedQuery, found: FoundNames, groups_per_page: int) -> PreparedQuery:
    resolved = resolve_names(parsed.query, found) if parsed.query is not None else None
    unreadable = bool(request.q) and parsed.query is None  # words without a meaning find nothing
    return PreparedQuery(
        request=request,
        query=parsed.query,
        engine_request=_engine_request(request, resolved.query if resolved else None, groups_per_page),
        is_empty=unreadable or not (parsed.query or request.filtered),
        problems=parsed.problems,
        warnings=resolved.warnings if resolved else (),
        names=resolved.names if resolved else (),
        found_names=found,
    )


def _engine_request(request: SearchRequest, query: Query | None, groups_per_page: int) -> EngineRequest:
    unit, query = _unit(request, query)
    return EngineRequest(
        query=query,
        unit=unit,
        filters=request.filters(),
        sort=request.sort or ("relevance" if highlight_terms(query) else "newest"),
        group_by=request.group_by or "articles",
        collapse=not request.copies_apart,
        page=request.page,
        groups_per_page=groups_per_page,
        hits_per_group=HITS_PER_GROUP,
        values_per_facet=VALUES_PER_FACET,
    )


def _unit(request: SearchRequest, query: Query | None) -> tuple[Unit, Query | None]:
    """Return what is searched: `in:quotes` for the whole query is the same as the filter "within quotations only"."""
    if isinstance(query, Within) and query.scope == "quotes":
        return "quotations", query.part
    return request.unit or "paragraphs", query

"""A request, read and looked up once, for whatever is made of it: page, count, file, feed or neighbours."""

from collections.abc import Iterable
from dataclasses import dataclass

from search.engines.port import EngineRequest, Unit
from search.language.ast import Query, Within
from search.language.describe import ResolvedName
from search.language.highlighting import highlight_terms
from search.language.limits import QueryProblem
from search.language.parser import ParsedQuery, parse
from search.results.facets import facets_to_count
from search.results.implied_unit import implied_unit
from search.results.name_resolution import NameLookup
from search.results.name_spans import names_in_words
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
    `warnings` are sentences about names that lead nowhere; `names` are whom each name led to, and `lookup` knows
    them, for other requests with the same names.
    """

    request: SearchRequest
    query: Query | None
    engine_request: EngineRequest
    is_empty: bool
    problems: tuple[QueryProblem, ...]
    warnings: tuple[str, ...]
    names: tuple[ResolvedName, ...]
    lookup: NameLookup


def prepare(
    request: SearchRequest, groups_per_page: int = GROUPS_PER_PAGE, people_in_words: bool = False
) -> PreparedQuery:
    """Parse the words of a request and look up the names in them, in four database queries at the most.

    With `people_in_words`, parts of the words that are somebody's whole name are looked up too, at no further query.
    """
    parsed, lookup = parse(request.q), NameLookup()
    if parsed.query is not None:
        lookup.look_up([parsed.query], names_in_words(parsed.query) if people_in_words else ())
    return _prepared(request, parsed, lookup, groups_per_page)


def prepare_many(requests: Iterable[SearchRequest], lookup: NameLookup) -> list[PreparedQuery]:
    """Parse the words of requests, and look up those names in them that are not known, all at once.

    Takes four database queries at the most, none where all names are known.
    """
    parsed = [(request, parse(request.q)) for request in requests]
    lookup.look_up([one.query for _, one in parsed if one.query is not None])
    return [_prepared(request, one, lookup, GROUPS_PER_PAGE) for request, one in parsed]


def _prepared(request: SearchRequest, parsed: ParsedQuery, lookup: NameLookup, groups_per_page: int) -> PreparedQuery:
    resolved = lookup.resolve(parsed.query) if parsed.query is not None else None
    unreadable = bool(request.q) and parsed.query is None  # words without a meaning find nothing
    return PreparedQuery(
        request=request,
        query=parsed.query,
        engine_request=_engine_request(request, resolved.query if resolved else None, groups_per_page),
        is_empty=unreadable or not (parsed.query or request.filtered),
        problems=parsed.problems,
        warnings=resolved.warnings if resolved else (),
        names=resolved.names if resolved else (),
        lookup=lookup,
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
        facets=facets_to_count(request, unit),
        values_per_facet=VALUES_PER_FACET,
    )


def _unit(request: SearchRequest, query: Query | None) -> tuple[Unit, Query | None]:
    """Return what is searched, and for what: quotations need not be said to stand `in:quotes`."""
    unit = request.unit or implied_unit(query)
    if unit == "quotations" and isinstance(query, Within) and query.scope == "quotes":
        return unit, query.part
    return unit, query

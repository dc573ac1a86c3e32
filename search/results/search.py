"""One request → results. The one way to search, for pages, exports, feeds and the API.

However many rows are found, the archive is asked a fixed number of queries: articles, paragraphs, and one for the
names of each facet (people, countries, publishers), besides at most six for all the names in the query.
"""

import logging
from dataclasses import dataclass, replace

from search.deadline import SearchTooLong
from search.engines import get_engine
from search.engines.port import EngineAnswer, EngineRequest, IndexUnavailable, Unit
from search.language.ast import Query, Within
from search.language.describe import ResolvedName
from search.language.highlighting import highlight_terms
from search.language.limits import QueryProblem
from search.language.parser import parse
from search.results.explanation import explain
from search.results.facets import counts_with_choices, fetch_value_names, found_facets, in_use
from search.results.grouping import found_groups
from search.results.hydration import fetch_rows, found_articles
from search.results.model import FoundFacet, SearchResults
from search.results.name_resolution import resolve_names
from search.results.request import SearchRequest

log = logging.getLogger(__name__)

GROUPS_PER_PAGE = 10
HITS_PER_GROUP = 3
VALUES_PER_FACET = 20  # on the page of results; a list of its own has the others
UNAVAILABLE = "The search index is being prepared, so nothing can be searched at the moment. Please try again soon."
TOO_LONG = (
    "This search was stopped because it takes longer than {:g} seconds. Use fewer words that end in * or ~, or choose a"
    " publisher, a person or a time."
)


class SearchUnavailable(Exception):  # noqa: N818  a state of the world, not a slip of the program
    """Nothing could be searched: there is no index, or it took too long. The message is a sentence for readers."""


@dataclass(frozen=True, slots=True)
class PreparedQuery:
    """A request that was read and looked up once, for whatever is made of it: page, count, file, feed or neighbours.

    `query` is what the words mean as they were parsed, with names as they were typed, None where there are none that
    can be searched; `engine_request` has ids in place of the names, and asks for one page. `is_empty` says that there
    is nothing to search for. `problems` are parts of the words that could not be read, with their places in them;
    `warnings` are sentences about names that lead nowhere; `names` are whom each name led to.
    """

    request: SearchRequest
    query: Query | None
    engine_request: EngineRequest
    is_empty: bool
    problems: tuple[QueryProblem, ...]
    warnings: tuple[str, ...]
    names: tuple[ResolvedName, ...]


def prepare(request: SearchRequest, groups_per_page: int = GROUPS_PER_PAGE) -> PreparedQuery:
    """Parse the words of a request and look up the names in them. Takes at most six database queries."""
    parsed = parse(request.q)
    resolved = resolve_names(parsed.query) if parsed.query is not None else None
    unreadable = bool(request.q) and parsed.query is None  # words without a meaning find nothing
    return PreparedQuery(
        request=request,
        query=parsed.query,
        engine_request=_engine_request(request, resolved.query if resolved else None, groups_per_page),
        is_empty=unreadable or not (parsed.query or request.filtered),
        problems=parsed.problems,
        warnings=resolved.warnings if resolved else (),
        names=resolved.names if resolved else (),
    )


def search(request: SearchRequest, groups_per_page: int = GROUPS_PER_PAGE) -> SearchResults:
    """Return the page of results that a request asks for.

    Never raises: what can't be searched gives results without rows, whose `degraded` is a sentence that says why.
    """
    prepared = prepare(request, groups_per_page)
    results = _without_rows(prepared)
    if prepared.is_empty:
        return replace(_with_choices(results, prepared), is_empty=True, explanation="")
    try:
        return _with_rows(results, prepared, ask_engine(prepared.engine_request))
    except SearchUnavailable as error:
        return replace(_with_choices(results, prepared), degraded=str(error))


def ask_engine(request: EngineRequest) -> EngineAnswer:
    """Return the engine's answer to a request. Raises SearchUnavailable, with a sentence for readers."""
    try:
        return get_engine().search(request)
    except IndexUnavailable as error:
        log.warning("A search found no index: %s", error, exc_info=error.__cause__)
        raise SearchUnavailable(UNAVAILABLE) from error
    except SearchTooLong as error:
        log.warning("A search was stopped after %g seconds: %s", request.timeout, error)
        raise SearchUnavailable(TOO_LONG.format(request.timeout)) from error


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


def _without_rows(prepared: PreparedQuery) -> SearchResults:
    return SearchResults(
        prepared.request,
        prepared.engine_request.unit,
        query=prepared.query,
        problems=prepared.problems,
        warnings=prepared.warnings,
    )


def _with_choices(results: SearchResults, prepared: PreparedQuery) -> SearchResults:
    """Add what is chosen and excluded, where no answer of the engine has it."""
    counts = counts_with_choices(results.request, {})
    return _explained(results, prepared, found_facets(results.request, results.unit, counts, fetch_value_names(counts)))


def _explained(results: SearchResults, prepared: PreparedQuery, facets: tuple[FoundFacet, ...]) -> SearchResults:
    explanation = explain(results.request, results.unit, prepared.engine_request.query, facets, prepared.names)
    return replace(results, in_use=in_use(facets), explanation=explanation)


def _with_rows(results: SearchResults, prepared: PreparedQuery, answer: EngineAnswer) -> SearchResults:
    request, asked = results.request, prepared.engine_request
    by_article = asked.group_by == "articles"
    counts = counts_with_choices(request, answer.facets)
    names = fetch_value_names(counts, answer, asked.group_by)
    rows = fetch_rows(answer, highlight_terms(asked.query), by_article)
    facets = found_facets(request, asked.unit, counts, names)
    first_rank = (answer.page - 1) * asked.groups_per_page + 1
    return replace(
        _explained(results, prepared, facets),
        articles=found_articles(answer, rows, first_rank) if by_article else (),
        groups=() if by_article else found_groups(request, answer, rows, names, first_rank),
        facets=facets,
        timeline=answer.timeline,
        documents=answer.documents,
        article_count=answer.articles,
        group_count=answer.group_count,
        page=answer.page,
        pages=answer.pages,
    )

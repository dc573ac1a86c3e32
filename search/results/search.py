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
from search.results.facets import counts_with_choices, in_use, named_facets, names_of
from search.results.grouping import found_groups
from search.results.hydration import found_articles, rows_of
from search.results.model import FoundFacet, SearchResults
from search.results.name_resolution import Naming
from search.results.request import SearchRequest

log = logging.getLogger(__name__)

ARTICLES_A_PAGE = 10  # or other groups
PARAGRAPHS_AN_ARTICLE = 3
VALUES_A_FACET = 20  # on the page of results; a list of its own has the others
UNAVAILABLE = "The search index is being prepared, so nothing can be searched at the moment. Please try again soon."
TOO_LONG = (
    "This search was stopped since it takes longer than {:g} seconds. Ask for fewer words that only begin like this* or"
    " are spelled about like this~, or choose a publisher, a person or a time."
)


class NoAnswer(Exception):  # noqa: N818  a state of the world, not a slip of the program
    """Nothing could be searched; its words are a sentence for the reader."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as an engine takes it, and what could not be read of it.

    `nothing` says that there is nothing to search for. `problems` are about the words, `sentences` about names,
    `meanings` tell whom those led to.
    """

    engine: EngineRequest
    nothing: bool
    problems: tuple[QueryProblem, ...]
    sentences: tuple[str, ...]
    meanings: tuple[ResolvedName, ...]


def asked_of(request: SearchRequest, size: int = ARTICLES_A_PAGE) -> Asked:
    """Turn a request into the one question of its page, of so many groups; what else is made of it asks in another."""
    reading, naming = parse(request.q), Naming()
    query = naming.resolve(reading.query) if reading.query is not None else None
    nothing = query is None and bool(request.q or not request.filtered)  # words that say nothing list nothing
    return Asked(
        _engine_request(request, query, size), nothing, reading.problems, tuple(naming.problems), naming.meanings
    )


def search(request: SearchRequest, size: int = ARTICLES_A_PAGE) -> SearchResults:
    """Answer a request, with so many groups a page; what can't be searched gives results that say so (`degraded`)."""
    understood = asked_of(request, size)
    asked = understood.engine
    told = SearchResults(
        request,
        asked.unit,
        problems=understood.problems,
        sentences=understood.sentences,
        meanings=understood.meanings,
    )
    if understood.nothing:
        return replace(_with_choices(told, asked), asked=False, explanation="")
    try:
        return _with_rows(told, answer_to(asked), asked)
    except NoAnswer as error:
        return replace(_with_choices(told, asked), degraded=str(error))


def answer_to(asked: EngineRequest) -> EngineAnswer:
    """Ask the engine. Raises NoAnswer, with a sentence for the reader."""
    try:
        return get_engine().search(asked)
    except IndexUnavailable as error:
        log.warning("A search found no index: %s", error, exc_info=error.__cause__)
        raise NoAnswer(UNAVAILABLE) from error
    except SearchTooLong as error:
        log.warning("A search was stopped after %g seconds: %s", asked.timeout, error)
        raise NoAnswer(TOO_LONG.format(asked.timeout)) from error


def _engine_request(request: SearchRequest, query: Query | None, size: int) -> EngineRequest:
    unit, query = _unit(request, query)
    return EngineRequest(
        query=query,
        unit=unit,
        filters=request.filters(),
        sort=request.sort or ("relevance" if highlight_terms(query) else "newest"),
        group_by=request.group_by or "articles",
        collapse=not request.copies_apart,
        page=request.page,
        groups_per_page=size,
        hits_per_group=PARAGRAPHS_AN_ARTICLE,
        values_per_facet=VALUES_A_FACET,
    )


def _unit(request: SearchRequest, query: Query | None) -> tuple[Unit, Query | None]:
    """Say what is searched: `in:quotes` for the whole query is the same as the filter "within quotations only"."""
    if isinstance(query, Within) and query.scope == "quotes":
        return "quotations", query.part
    return request.unit or "paragraphs", query


def _with_choices(told: SearchResults, asked: EngineRequest) -> SearchResults:
    """Tell what is chosen and excluded where no answer names it."""
    counts = counts_with_choices(told.request, {})
    return _explained(told, asked, named_facets(told.request, asked.unit, counts, names_of(counts)))


def _explained(told: SearchResults, asked: EngineRequest, facets: tuple[FoundFacet, ...]) -> SearchResults:
    explanation = explain(told.request, asked.unit, asked.query, facets, told.meanings)
    return replace(told, in_use=in_use(facets), explanation=explanation)


def _with_rows(told: SearchResults, answer: EngineAnswer, asked: EngineRequest) -> SearchResults:
    request, by_article = told.request, asked.group_by == "articles"
    counts = counts_with_choices(request, answer.facets)
    names = names_of(counts, answer, asked.group_by)
    rows = rows_of(answer, highlight_terms(asked.query), by_article)
    first = (answer.page - 1) * asked.groups_per_page + 1
    facets = named_facets(request, asked.unit, counts, names)
    return replace(
        _explained(told, asked, facets),
        articles=found_articles(answer, rows, first) if by_article else (),
        groups=() if by_article else found_groups(request, answer, rows, names, first),
        facets=facets,
        timeline=answer.timeline,
        documents=answer.documents,
        article_count=answer.articles,
        group_count=answer.group_count,
        page=answer.page,
        pages=answer.pages,
    )

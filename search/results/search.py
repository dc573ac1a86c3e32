"""One request → results. The one way to search, for pages, exports, feeds and the API.

However many rows are found, the archive is asked a fixed number of queries: for articles, for paragraphs or quotations
with their paragraphs and speakers, and one for the names of all facets, besides those for the names in the query.
"""

from dataclasses import replace

from search.engines.port import EngineAnswer
from search.language.highlighting import highlight_terms
from search.results.ask_engine import SearchUnavailable, ask_engine
from search.results.explanation import explain
from search.results.facets import counts_with_choices, fetch_value_names, found_facets, in_use
from search.results.grouping import found_groups
from search.results.hydration import fetch_rows, found_articles
from search.results.model import FoundFacet, SearchResults
from search.results.prepared_query import GROUPS_PER_PAGE, PreparedQuery, prepare
from search.results.request import SearchRequest

OUTDATED = (
    "The search index is being made anew after an update of the archive; until then quotations without marks are not "
    "found, and some filters of quotations and names are missing."
)


def search(
    request: SearchRequest, groups_per_page: int = GROUPS_PER_PAGE, people_in_words: bool = False
) -> SearchResults:
    """Return the page of results that a request asks for.

    With `people_in_words`, its `lookup` knows of whom parts of the words are the whole name. Never raises: what can't
    be searched gives results without rows, whose `degraded` is a sentence that says why.
    """
    prepared = prepare(request, groups_per_page, people_in_words)
    results = _without_rows(prepared)
    if prepared.is_empty:
        return replace(_with_choices(results, prepared), is_empty=True, explanation="")
    try:
        return _with_rows(results, prepared, ask_engine(prepared.engine_request))
    except SearchUnavailable as error:
        return replace(_with_choices(results, prepared), degraded=str(error))


def _without_rows(prepared: PreparedQuery) -> SearchResults:
    return SearchResults(
        prepared.request,
        prepared.engine_request.unit,
        query=prepared.query,
        lookup=prepared.lookup,
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
        warnings=(*results.warnings, OUTDATED) if answer.outdated else results.warnings,
        timeline=answer.timeline,
        documents=answer.documents,
        article_count=answer.articles,
        group_count=answer.group_count,
        page=answer.page,
        pages=answer.pages,
    )

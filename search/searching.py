"""One request → results. The one way to search, for pages, exports, feeds and the API.

However many rows are found, the archive is asked a fixed number of queries: articles, paragraphs, and one for the
names of each facet (people, countries, publishers), besides one for each name in the query (three for a speaker's).
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace

from articles.models import Article, Paragraph, Quotation
from articles.queries.articles import opening
from search.engines import get_engine
from search.engines.port import (
    EngineAnswer,
    EngineRequest,
    Group,
    IndexUnavailable,
    Unit,
)
from search.explaining import explain, named_facets
from search.language.highlighting import Marks, highlight, marks_of
from search.language.limits import Problem
from search.language.reading import read
from search.language.tree import Query, Within
from search.naming import Naming
from search.request import SearchRequest
from search.results import FoundArticle, FoundParagraph, SearchResults

log = logging.getLogger(__name__)

ARTICLES_A_PAGE = 10
PARAGRAPHS_AN_ARTICLE = 3
UNAVAILABLE = "The search index is being prepared, so nothing can be searched at the moment. Please try again soon."


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as an engine takes it, and what could not be read of it.

    `nothing` says that there is nothing to search for. `problems` are about the words, `sentences` about names.
    """

    engine: EngineRequest
    nothing: bool
    problems: tuple[Problem, ...]
    sentences: tuple[str, ...]


def asked_of(request: SearchRequest) -> Asked:
    """Turn a request into the one question of its page; what else is made of the request asks it in another size."""
    reading, naming = read(request.q), Naming()
    query = naming.resolve(reading.query) if reading.query is not None else None
    nothing = query is None and bool(reading.problems or not request.filtered)
    return Asked(_engine_request(request, query), nothing, reading.problems, tuple(naming.problems))


def search(request: SearchRequest) -> SearchResults:
    """Answer a request; a missing or damaged index gives results that say so (`degraded`), never an exception."""
    understood = asked_of(request)
    asked = understood.engine
    told = SearchResults(request, asked.unit, problems=understood.problems, sentences=understood.sentences)
    if understood.nothing:
        return replace(told, asked=False)
    try:
        answer = get_engine().search(asked)
    except IndexUnavailable as error:
        log.warning("A search found no index: %s", error, exc_info=error.__cause__)
        return replace(told, degraded=UNAVAILABLE, explanation=explain(request, asked.unit, asked.query, ()))
    return _with_rows(told, answer, asked)


def _engine_request(request: SearchRequest, query: Query | None) -> EngineRequest:
    unit, query = _unit(request, query)
    return EngineRequest(
        query=query,
        unit=unit,
        filters=request.filters(),
        sort=request.sort or ("relevance" if marks_of(query) else "newest"),
        page=request.page,
        groups_a_page=ARTICLES_A_PAGE,
        hits_a_group=PARAGRAPHS_AN_ARTICLE,
    )


def _unit(request: SearchRequest, query: Query | None) -> tuple[Unit, Query | None]:
    """Say what is searched: `in:quotes` for the whole query is the same as the filter "within quotations only"."""
    if isinstance(query, Within) and query.place == "quotes":
        return "quotations", query.part
    return request.unit or "paragraphs", query


def _with_rows(told: SearchResults, answer: EngineAnswer, asked: EngineRequest) -> SearchResults:
    facets = named_facets(told.request, asked.unit, answer)
    return replace(
        told,
        articles=_articles(answer, marks_of(asked.query)),
        facets=facets,
        documents=answer.documents,
        article_count=answer.articles,
        page=answer.page,
        pages=answer.pages,
        explanation=explain(told.request, asked.unit, asked.query, facets),
    )


def _articles(answer: EngineAnswer, marks: Marks) -> tuple[FoundArticle, ...]:
    """Fetch the rows of one page. What was deleted since it was indexed is passed over until the next sync."""
    rows = Article.objects.select_related("publisher").defer("imported").annotate(opening_text=opening())
    articles = rows.in_bulk([group.value for group in answer.groups])
    hits = [hit for group in answer.groups for hit in group.hits]
    paragraphs = Paragraph.objects.in_bulk([hit.paragraph for hit in hits])
    quotations = _quotations([hit.quotation for hit in hits if hit.quotation])
    found = (
        FoundArticle(articles[group.value], tuple(_shown(group, paragraphs, quotations, marks)), group.count, at)
        for at, group in enumerate(answer.groups, (answer.page - 1) * ARTICLES_A_PAGE + 1)
        if group.value in articles
    )
    return tuple(article for article in found if article.paragraphs)


def _quotations(keys: list[int]) -> dict[int, Quotation]:
    return Quotation.objects.prefetch_related("speakers__person").in_bulk(keys) if keys else {}


def _shown(
    group: Group, paragraphs: dict[int, Paragraph], quotations: dict[int, Quotation], marks: Marks
) -> Iterator[FoundParagraph]:
    for hit in group.hits:
        paragraph, quotation = paragraphs.get(hit.paragraph), quotations.get(hit.quotation or 0)
        if paragraph and bool(hit.quotation) == bool(quotation):
            text = quotation.text if quotation else paragraph.text
            yield FoundParagraph(paragraph, highlight(marks, text), quotation)

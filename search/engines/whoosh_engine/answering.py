"""What matched → an answer: filters, facets, groups by article, sorting and paging."""

from dataclasses import dataclass

import numpy as np

from search.engines.port import (
    FACETS,
    ArticleHits,
    EngineAnswer,
    EngineRequest,
    Facet,
    Hit,
    Sort,
    ValueCount,
)
from search.engines.whoosh_engine.counting import having, value_counts
from search.engines.whoosh_engine.facts import UNKNOWN
from search.engines.whoosh_engine.generation import Generation
from search.engines.whoosh_engine.matching import Matching


@dataclass(frozen=True)
class Groups:
    """Matching documents in the order of their articles: where each article begins, its count and its best score."""

    documents: np.ndarray
    begins: np.ndarray
    counts: np.ndarray
    best: np.ndarray


def answer(generation: Generation, request: EngineRequest) -> EngineAnswer:
    """Answer a request from one generation."""
    matching = Matching(generation, request.unit)
    found = matching.match(request.query)
    if request.filters.after or request.filters.before:
        found.mask[:] &= matching.published(request.filters.after, request.filters.before)
    chosen = {facet: having(generation, facet, values) for facet, values in request.filters.choices.items() if values}
    mask = np.logical_and.reduce([found.mask, *chosen.values()])
    scores = found.scores if found.scores is not None else np.zeros(len(generation), np.float32)
    groups = _grouped(generation, mask, scores)
    page, pages = _page(request, len(groups.begins))
    order = _order(generation, groups, request.sort)[(page - 1) * request.articles_a_page :][: request.articles_a_page]
    return EngineAnswer(
        documents=len(groups.documents),
        articles=len(groups.begins),
        page=page,
        pages=pages,
        groups=tuple(_article(generation, request, groups, scores, place) for place in order),
        facets={facet: _facet(generation, request, facet, found.mask, chosen) for facet in FACETS},
    )


def _facet(
    generation: Generation, request: EngineRequest, facet: Facet, found: np.ndarray, chosen: dict[Facet, np.ndarray]
) -> tuple[ValueCount, ...]:
    """Count the values of a facet among what the choices in all other facets leave."""
    mask = np.logical_and.reduce([found, *(other for name, other in chosen.items() if name != facet)])
    picked = request.filters.choices.get(facet, frozenset())
    return value_counts(generation, facet, mask, picked, request.values_a_facet)


def _grouped(generation: Generation, mask: np.ndarray, scores: np.ndarray) -> Groups:
    documents = generation.by_article[mask[generation.by_article]]
    articles = generation.column("article")[documents]
    begins = np.flatnonzero(np.diff(articles, prepend=-1))
    counts = np.diff(begins, append=len(documents))
    best = np.maximum.reduceat(scores[documents], begins) if len(begins) else scores[:0]
    return Groups(documents, begins, counts, best)


def _page(request: EngineRequest, articles: int) -> tuple[int, int]:
    pages = max(1, -(-articles // request.articles_a_page))
    return min(max(1, request.page), pages), pages


def _order(generation: Generation, groups: Groups, sort: Sort) -> np.ndarray:
    """Return the places of the groups in the order asked for; articles without a date come last among equals."""
    documents = groups.documents[groups.begins]
    articles, moments = generation.column("article")[documents], generation.column("published")[documents]
    if sort == "oldest":
        return np.lexsort((articles, -groups.best, np.where(moments == UNKNOWN, -UNKNOWN, moments)))
    if sort == "newest":
        return np.lexsort((-articles, -groups.best, -moments))
    return np.lexsort((-articles, -moments, -groups.best))


def _article(
    generation: Generation, request: EngineRequest, groups: Groups, scores: np.ndarray, place: int
) -> ArticleHits:
    begin, count = int(groups.begins[place]), int(groups.counts[place])
    documents = groups.documents[begin : begin + count]
    ranked = documents[np.lexsort((generation.column("id")[documents], -scores[documents]))]
    best = tuple(_hit(generation, request, scores, number) for number in ranked[: request.hits_an_article])
    return ArticleHits(int(generation.column("article")[documents[0]]), count, best)


def _hit(generation: Generation, request: EngineRequest, scores: np.ndarray, number: int) -> Hit:
    quotation = int(generation.column("id")[number]) if request.unit == "quotations" else None
    return Hit(int(generation.column("paragraph")[number]), quotation, float(scores[number]))

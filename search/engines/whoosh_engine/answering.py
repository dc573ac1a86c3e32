"""What matched → an answer: filters, facets, groups by article, sorting and paging."""

from dataclasses import dataclass

import numpy as np

from search.engines.port import (
    FACETS,
    EngineAnswer,
    EngineRequest,
    Facet,
    Filters,
    Group,
    Hit,
    Sort,
)
from search.engines.whoosh_engine.counting import having, month_counts, value_counts
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
    found, filters = matching.match(request.query), request.filters
    timed = matching.published(filters.after, filters.before) if filters.after or filters.before else None
    kept = {facet: _kept(generation, filters, facet) for facet in FACETS if _in_use(filters, facet)}
    of_words = found.mask if timed is None else found.mask & timed
    mask = np.logical_and.reduce([of_words, *kept.values()])
    scores = found.scores if found.scores is not None else np.zeros(len(generation), np.float32)
    groups = _grouped(generation, mask, scores)
    page, pages = _page(request, len(groups.begins))
    order = _order(generation, groups, request.sort)[(page - 1) * request.groups_a_page :][: request.groups_a_page]
    return EngineAnswer(
        documents=len(groups.documents),
        articles=len(groups.begins),
        groups_in_all=len(groups.begins),
        page=page,
        pages=pages,
        groups=tuple(_article(generation, request, groups, scores, place) for place in order),
        facets={
            facet: value_counts(generation, facet, _without(of_words, kept, facet), filters, request.values_a_facet)
            for facet in request.facets
        },
        timeline=month_counts(generation, _without(found.mask, kept, "years", "months")) if request.timeline else (),
    )


def _in_use(filters: Filters, facet: Facet) -> bool:
    return bool(filters.choices.get(facet) or filters.excluded.get(facet))


def _kept(generation: Generation, filters: Filters, facet: Facet) -> np.ndarray:
    """Say which documents the choices and exclusions of a facet leave."""
    choices, excluded = filters.choices.get(facet), filters.excluded.get(facet)
    mask = having(generation, facet, choices) if choices else np.ones(len(generation), bool)
    return mask & ~having(generation, facet, excluded) if excluded else mask


def _without(found: np.ndarray, kept: dict[Facet, np.ndarray], *facets: Facet) -> np.ndarray:
    """Return what is found when the choices in these facets are left out, and those in all others hold."""
    return np.logical_and.reduce([found, *(mask for facet, mask in kept.items() if facet not in facets)])


def _grouped(generation: Generation, mask: np.ndarray, scores: np.ndarray) -> Groups:
    documents = generation.by_article[mask[generation.by_article]]
    articles = generation.column("article")[documents]
    begins = np.flatnonzero(np.diff(articles, prepend=-1))
    counts = np.diff(begins, append=len(documents))
    best = np.maximum.reduceat(scores[documents], begins) if len(begins) else scores[:0]
    return Groups(documents, begins, counts, best)


def _page(request: EngineRequest, articles: int) -> tuple[int, int]:
    pages = max(1, -(-articles // request.groups_a_page))
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


def _article(generation: Generation, request: EngineRequest, groups: Groups, scores: np.ndarray, place: int) -> Group:
    begin, count = int(groups.begins[place]), int(groups.counts[place])
    documents = groups.documents[begin : begin + count]
    ranked = documents[np.lexsort((generation.column("id")[documents], -scores[documents]))]
    best = tuple(_hit(generation, request, scores, number) for number in ranked[: request.hits_a_group])
    return Group(int(generation.column("article")[documents[0]]), count, best)


def _hit(generation: Generation, request: EngineRequest, scores: np.ndarray, number: int) -> Hit:
    quotation = int(generation.column("id")[number]) if request.unit == "quotations" else None
    return Hit(
        int(generation.column("article")[number]),
        int(generation.column("paragraph")[number]),
        quotation,
        float(scores[number]),
    )

"""What matched → an answer: filters, facets, groups by article, sorting and paging."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from search.engines.port import (
    FACETS,
    WITH_QUOTES,
    WITHOUT_QUOTES,
    ArticleHits,
    EngineAnswer,
    EngineRequest,
    Facet,
    Hit,
    Sort,
    Value,
    ValueCount,
)
from search.engines.whoosh_engine.facts import PARTS, country_code
from search.engines.whoosh_engine.generation import Generation
from search.engines.whoosh_engine.matching import Matching

LISTED = ("people", "speakers", "countries")


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
    chosen = {facet: _chosen(matching, facet, values) for facet, values in request.filters.choices.items() if values}
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


def _chosen(matching: Matching, facet: Facet, values: frozenset[Value]) -> np.ndarray:
    if facet in LISTED:
        return matching.having(facet, values)
    if facet == "publishers":
        return matching.having("publisher", values)
    column, names = _coded(facet)
    wanted = [place for place, name in enumerate(names) if name in values]
    return np.isin(matching.generation.column(column), wanted)


def _coded(facet: Facet) -> tuple[str, Sequence[str]]:
    """Name the column of a facet whose values are few, and what its numbers stand for."""
    return ("has_quotation", (WITHOUT_QUOTES, WITH_QUOTES)) if facet == "quotes" else ("part", PARTS)


def _facet(
    generation: Generation, request: EngineRequest, facet: Facet, found: np.ndarray, chosen: dict[Facet, np.ndarray]
) -> tuple[ValueCount, ...]:
    """Count the values of a facet among what the choices in all other facets leave."""
    mask = np.logical_and.reduce([found, *(other for name, other in chosen.items() if name != facet)])
    counts = _counts(generation, facet, mask)
    picked = request.filters.choices.get(facet, frozenset())
    most = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[: request.values_a_facet]
    wanted = dict(most) | {value: counts.get(value, 0) for value in sorted(picked, key=str)}
    return tuple(ValueCount(value, count, value in picked) for value, count in wanted.items())


def _counts(generation: Generation, facet: Facet, mask: np.ndarray) -> dict[Value, int]:
    if facet in LISTED:
        flat = generation.facts.lists[facet]
        counts = np.bincount(flat.values[mask[flat.rows]])
        return {country_code(value) if facet == "countries" else value: count for value, count in _positive(counts)}
    if facet == "publishers":
        publishers = generation.column("publisher")[mask]
        return dict(_positive(np.bincount(publishers[publishers >= 0])))
    column, names = _coded(facet)
    return {names[value]: count for value, count in _positive(np.bincount(generation.column(column)[mask]))}


def _positive(counts: np.ndarray) -> zip:
    values = np.flatnonzero(counts)
    return zip(values.tolist(), counts[values].tolist(), strict=True)


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
        return np.lexsort((articles, -groups.best, np.where(moments == -(2**62), 2**62, moments)))
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

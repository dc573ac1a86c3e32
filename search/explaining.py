"""How a search was understood, in words."""

from collections.abc import Iterable

from search.engines.port import Facet, Unit
from search.language.describing import Meaning, describe
from search.language.tree import Query
from search.request import SearchRequest
from search.results import FoundFacet

CHOSEN: dict[Facet, str] = {
    "quotes": "{}",
    "people": "naming {}",
    "speakers": "quoting {}",
    "countries": "naming {}",
    "publishers": "published by {}",
    "kinds": "that are: {}",
    "years": "published in {}",
    "months": "published in {}",
}


def explain(
    request: SearchRequest,
    unit: Unit,
    query: Query | None,
    facets: Iterable[FoundFacet],
    meanings: Iterable[Meaning] = (),
) -> str:
    """Say in one sentence how this was searched: what was looked for, in what, with which choices.

    `meanings` tell whom the names in the query led to.
    """
    words = [f"Searched {unit} for {describe(query, meanings)}" if query is not None else f"Searched all {unit}"]
    words += [part for facet in facets for part in _of_facet(facet)]
    words += [f"published in or after {request.after}"] if request.after else []
    words += [f"published before {request.before}"] if request.before else []
    return ", ".join(words) + "."


def _of_facet(facet: FoundFacet) -> Iterable[str]:
    chosen = [value.name for value in facet.values if value.chosen]
    excluded = [value.name for value in facet.values if value.excluded]
    if chosen:
        yield CHOSEN[facet.facet].format(" or ".join(chosen))
    if excluded:
        yield "not " + CHOSEN[facet.facet].format(" or ".join(excluded))

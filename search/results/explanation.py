"""How a search was understood, in words."""

from collections.abc import Iterable

from search.engines.port import Facet, Unit
from search.language.ast import Query
from search.language.describe import ResolvedName, describe
from search.results.model import FoundFacet
from search.results.request import SearchRequest

FACET_WORDS: dict[Facet, str] = {
    "quotes": "{}",
    "quoted": "that are quoted: {}",
    "certainty": "where who said it is {}",
    "people": "naming {}",
    "speakers": "quoting {}",
    "speaker_kinds": "said by: {}",
    "roles": "said by whoever the article calls “{}”",
    "cues": "reported by “{}”",
    "about": "about {}",
    "about_countries": "about {}",
    "candidates": "perhaps said by {}",
    "countries": "naming {}",
    "publishers": "published by {}",
    "sections": "in the section {}",
    "kinds": "that are: {}",
    "years": "published in {}",
    "months": "published in {}",
}
LIST_WORDS = {  # defaults are not here
    "speakers": "grouped by speaker",
    "publishers": "grouped by publisher",
    "countries": "grouped by country",
    "months": "grouped by month",
    "newest": "the newest first",
    "oldest": "the oldest first",
}


def explain(
    request: SearchRequest,
    unit: Unit,
    query: Query | None,
    facets: Iterable[FoundFacet],
    names: Iterable[ResolvedName] = (),
) -> str:
    """Say in one sentence how this was searched: what was looked for, in what, with which choices.

    `names` are whom the names in the query led to.
    """
    words = [f"Searched {unit} for {describe(query, names)}" if query is not None else f"Searched all {unit}"]
    words += [part for facet in facets for part in _of_facet(facet)]
    words += [f"published {request.date_from} or later"] if request.date_from else []
    words += [f"published {request.date_to} or earlier"] if request.date_to else []
    words += [LIST_WORDS[choice] for choice in (request.group_by, request.sort) if choice in LIST_WORDS]
    words += ["with copies of a story listed separately"] if request.copies_apart else []
    return ", ".join(words) + "."


def _of_facet(facet: FoundFacet) -> Iterable[str]:
    chosen = [value.name for value in facet.values if value.chosen]
    excluded = [value.name for value in facet.values if value.excluded]
    if chosen:
        yield FACET_WORDS[facet.facet].format(" or ".join(chosen))
    if excluded:
        yield "not " + FACET_WORDS[facet.facet].format(" or ".join(excluded))

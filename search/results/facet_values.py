"""All values of one facet for a request, or those with a name that somebody looks for, with their counts.

A name is looked up in the archive first; the engine then counts only among what has one of the values of that name,
which changes no count of theirs. So a rare name is found among any number of values.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from articles.identity.lookup import spelled_with
from articles.identity.publishers import publisher_spellings
from articles.identity.sections import section_spellings
from articles.models import Country
from articles.names.match import known_words, words_begin
from articles.names.spellings import beginnings
from search.engines.port import EngineRequest, Facet, Value
from search.language.ast import And, Field, Having
from search.results.ask_engine import SearchUnavailable, ask_engine
from search.results.facets import facet_value, fetch_value_names
from search.results.model import FacetValue
from search.results.prepared_query import prepare
from search.results.request import SearchRequest

FIELDS: dict[Facet, Field] = {
    "people": "person",
    "speakers": "speaker",
    "countries": "country",
    "publishers": "publisher",
    "sections": "section",
}
MAX_SHOWN = 200
MAX_MATCHING = 2_000  # values with one name that are looked at
MAX_COUNTED = 50_000  # values beside them, in the same paragraphs, that the engine counts as well
LONGEST_NAME = 100
TOO_MANY = "Too many names match, so only some of them are listed. Type more of the name."


@dataclass(frozen=True)
class FacetValueList:
    """Values of a facet, most found first; `truncated` where there may be more.

    `warnings` are sentences about what could not be done.
    """

    facet: Facet
    values: tuple[FacetValue, ...] = ()
    truncated: bool = False
    warnings: tuple[str, ...] = ()


def list_facet_values(request: SearchRequest, facet: Facet, name: str, limit: int = MAX_SHOWN) -> FacetValueList:
    """Return the first `limit` values of a facet that have a name: for each of its words, one that begins so.

    Without words in the name, all values have it. `facet` is one of FIELDS. Takes two database queries at the most,
    besides those for the names in the request's words.
    """
    name = name[:LONGEST_NAME]
    words = beginnings(name)
    matching = _matching(facet, name) if words else set()
    warnings = (TOO_MANY,) if len(matching) >= MAX_MATCHING else ()
    if words and not matching:
        return FacetValueList(facet)
    try:
        values = _counted(request, facet, name, matching, limit + 1)
    except SearchUnavailable as error:
        return FacetValueList(facet, warnings=(str(error),))
    return FacetValueList(facet, values[:limit], len(values) > limit, warnings)


def _counted(
    request: SearchRequest, facet: Facet, name: str, matching: set[Value], limit: int
) -> tuple[FacetValue, ...]:
    answer = ask_engine(_engine_request(request, facet, name, matching, limit))
    counted = (one for one in answer.facets[facet] if not matching or one.value in matching)
    shown = tuple(islice(counted, limit))
    names = fetch_value_names({facet: shown})
    return tuple(facet_value(request, facet, one, names) for one in shown)


def _engine_request(request: SearchRequest, facet: Facet, name: str, matching: set[Value], limit: int) -> EngineRequest:
    asked = prepare(request).engine_request
    if matching:
        having = Having(FIELDS[facet], frozenset(matching), name)
        asked = replace(asked, query=And((asked.query, having)) if asked.query else having)
    values = MAX_COUNTED if matching else limit
    counted = replace(asked, facets=(facet,), values_per_facet=values, timeline=False)
    return replace(counted, page=1, groups_per_page=1, hits_per_group=1)


def _matching(facet: Facet, name: str) -> set[Value]:
    if facet == "countries":
        return _beginning(name, Country.objects.values_list("pk", "name"))
    if facet == "publishers":
        return _beginning(name, ((key, spelling) for key, _, spelling in publisher_spellings()))
    if facet == "sections":
        return _beginning(name, ((key, spelling) for key, _, spelling in section_spellings()))
    people = spelled_with(name).order_by("person").values_list("person", flat=True).distinct()
    return set(people[:MAX_MATCHING])


def _beginning(name: str, names: Iterable[tuple[Value, str]]) -> set[Value]:
    words = beginnings(name)
    return {value for value, known in names if words_begin(words, known_words(known))}

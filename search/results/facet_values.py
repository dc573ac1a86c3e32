"""All values of one facet for a request, or those with a name that somebody looks for, with their counts.

A name is looked up in the archive first; the engine then counts only among what has one of the values of that name,
which changes no count of theirs. So a rare name is found among any number of values.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from django.db.models import Q

from articles.models import Alias, Country, Publisher
from articles.names.normalise import normalise
from search.engines.port import EngineRequest, Facet, Value
from search.language.ast import And, Field, Having
from search.results.facets import named_value, names_of
from search.results.model import FacetValue
from search.results.request import SearchRequest
from search.results.search import NoAnswer, answer_to, asked_of

FIELDS: dict[Facet, Field] = {
    "people": "person",
    "speakers": "speaker",
    "countries": "country",
    "publishers": "publisher",
}
MOST_SHOWN = 200
MOST_NAMED = 2000  # values of one name that are looked at
MOST_COUNTED = 50_000  # values beside them, in the same paragraphs, that the engine counts as well
LONGEST_NAME = 100
TOO_MANY_NAMED = "Very many are called like this, so only some of them are here. Type more of the name."


@dataclass(frozen=True)
class FoundValues:
    """Values of a facet, most found first; `cut` where there may be more. `sentences` say what could not be done."""

    facet: Facet
    values: tuple[FacetValue, ...] = ()
    cut: bool = False
    sentences: tuple[str, ...] = ()


def find_values(request: SearchRequest, facet: Facet, name: str) -> FoundValues:
    """Return the values of a facet whose name has a word beginning like each of these, or all where there are none.

    `facet` is one of FIELDS. Takes a fixed number of queries.
    """
    words = normalise(name[:LONGEST_NAME]).split()
    called = _called(facet, words) if words else set()
    told = (TOO_MANY_NAMED,) if len(called) >= MOST_NAMED else ()
    if words and not called:
        return FoundValues(facet)
    asked = _asked(request, facet, called, name)
    try:
        values = _counted(request, facet, asked, called)
    except NoAnswer as error:
        return FoundValues(facet, sentences=(str(error),))
    return FoundValues(facet, values[:MOST_SHOWN], len(values) > MOST_SHOWN, told)


def _asked(request: SearchRequest, facet: Facet, called: set[Value], name: str) -> EngineRequest:
    asked = asked_of(request).engine
    if called:
        having = Having(FIELDS[facet], frozenset(called), name)
        asked = replace(asked, query=And((asked.query, having)) if asked.query else having)
    most = MOST_COUNTED if called else MOST_SHOWN + 1
    counted = replace(asked, facets=(facet,), values_per_facet=most, timeline=False)
    return replace(counted, page=1, groups_per_page=1, hits_per_group=1)


def _counted(request: SearchRequest, facet: Facet, asked: EngineRequest, called: set[Value]) -> tuple[FacetValue, ...]:
    counted = (one for one in answer_to(asked).facets[facet] if not called or one.value in called)
    shown = tuple(islice(counted, MOST_SHOWN + 1))
    names = names_of({facet: shown})
    return tuple(named_value(request, facet, one, names) for one in shown)


def _called(facet: Facet, words: list[str]) -> set[Value]:
    if facet == "countries":
        return _beginning(words, Country.objects.values_list("pk", "name"))
    if facet == "publishers":
        return _beginning(words, Publisher.objects.values_list("pk", "name"))
    begins = [Q(folded__startswith=word) | Q(folded__contains=f" {word}") for word in dict.fromkeys(words)]
    people = Alias.objects.filter(*begins).order_by("person").values_list("person", flat=True).distinct()
    return set(people[:MOST_NAMED])


def _beginning(words: list[str], called: Iterable[tuple[Value, str]]) -> set[Value]:
    padded = [(value, f" {normalise(name)}") for value, name in called]
    return {value for value, name in padded if all(f" {word}" in name for word in words)}

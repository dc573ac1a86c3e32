"""What a search did, in words: the names of facet values, and the sentence "how this was searched"."""

from collections.abc import Iterable

from articles.models import Country, Paragraph, Person, Publisher
from search.engines.port import WITH_QUOTES, WITHOUT_QUOTES, EngineAnswer, Facet, Unit, Value, ValueCount
from search.language.describing import Meaning, describe
from search.language.tree import Query
from search.request import SearchRequest
from search.results import FacetValue, FoundFacet

TITLES: dict[Facet, str] = {
    "quotes": "Quotations",
    "people": "People named",
    "speakers": "Speakers",
    "countries": "Countries",
    "publishers": "Publishers",
    "kinds": "Part of the article",
    "years": "Years",
    "months": "Months",
}
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
FIXED_NAMES: dict[Facet, dict[Value, str]] = {
    "quotes": {WITH_QUOTES: "with a quotation", WITHOUT_QUOTES: "without a quotation"},
    "kinds": dict(Paragraph.Kind.choices),
}
NO_NAME = "no longer in the archive"


def named_facets(request: SearchRequest, unit: Unit, answer: EngineAnswer) -> tuple[FoundFacet, ...]:
    """Return the facets of an answer with names for their values, in three queries."""
    names = _names(answer)
    return tuple(
        FoundFacet(facet, title, tuple(_named(request, facet, value, names) for value in _shown(answer, unit, facet)))
        for facet, title in TITLES.items()
    )


def _shown(answer: EngineAnswer, unit: Unit, facet: Facet) -> Iterable[ValueCount]:
    """Most found first, but for the two values of the quotations' facet, which keep their places.

    Where quotations are searched, that facet has only what is chosen: its values are about paragraphs, so that a
    click would go back to those and find another number than was counted.
    """
    values = answer.facets[facet]
    if facet != "quotes":
        return values
    return sorted((one for one in values if one.chosen or unit == "paragraphs"), key=lambda one: one.value)


def _named(request: SearchRequest, facet: Facet, value: ValueCount, names: dict[Facet, dict]) -> FacetValue:
    name = names[facet].get(value.value, NO_NAME) if facet in names else str(value.value)
    return FacetValue(value.value, name, value.count, value.chosen, request.toggled(facet, value.value))


def _names(answer: EngineAnswer) -> dict[Facet, dict]:
    people = _values(answer, "people") | _values(answer, "speakers")
    called = dict(Person.objects.filter(pk__in=people).values_list("pk", "name"))
    countries = Country.objects.filter(pk__in=_values(answer, "countries"))
    publishers = Publisher.objects.filter(pk__in=_values(answer, "publishers"))
    return FIXED_NAMES | {
        "people": called,
        "speakers": called,
        "countries": dict(countries.values_list("pk", "name")),
        "publishers": dict(publishers.values_list("pk", "name")),
    }


def _values(answer: EngineAnswer, facet: Facet) -> set[Value]:
    return {value.value for value in answer.facets[facet]}


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
    words += [_chosen(facet) for facet in facets if any(value.chosen for value in facet.values)]
    words += [f"published in or after {request.after}"] if request.after else []
    words += [f"published before {request.before}"] if request.before else []
    return ", ".join(words) + "."


def _chosen(facet: FoundFacet) -> str:
    names = [value.name for value in facet.values if value.chosen]
    return CHOSEN[facet.facet].format(" or ".join(names))

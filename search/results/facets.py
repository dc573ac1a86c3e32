"""Facets with names: the values that an engine counted, their names, and what a click on each asks for.

Names take one query however many values there are: of people, countries, publishers and sections together.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext_noop

from articles.models import Paragraph
from articles.queries.entity_names import entity_names
from search.engines.port import UNNAMED, WITH_QUOTES, WITHOUT_QUOTES, EngineAnswer, Facet, Unit, Value, ValueCount
from search.results.model import FacetValue, FoundFacet
from search.results.request import SearchRequest

TITLES: dict[Facet, str] = {
    "speakers": gettext_noop("Speakers"),
    "speaker_kinds": gettext_noop("What they are"),
    "roles": gettext_noop("Their roles"),
    "about": gettext_noop("About people"),
    "about_countries": gettext_noop("About countries"),
    "cues": gettext_noop("Reported by"),
    "quoted": gettext_noop("Whose words"),
    "certainty": gettext_noop("Who said it"),
    "candidates": gettext_noop("Perhaps said by"),
    "people": gettext_noop("People named"),
    "countries": gettext_noop("Countries named"),
    "publishers": gettext_noop("Publishers"),
    "sections": gettext_noop("Sections"),
    "quotes": gettext_noop("Quotations"),
    "kinds": gettext_noop("Part of the article"),
    "years": gettext_noop("Years"),
    "months": gettext_noop("Months"),
}
FIXED_NAMES: dict[Facet, dict[Value, str]] = {
    "quotes": {WITH_QUOTES: "with a quotation", WITHOUT_QUOTES: "without a quotation"},
    "quoted": {
        "direct": "their own: whole sentences",
        "mixed": "their own, in a sentence of the article",
        "indirect": "the article’s, reporting theirs",
    },
    "certainty": {"checked": "checked by an editor", "sure": "sure", "likely": "likely", "unsure": "unsure"},
    "speaker_kinds": {
        "person": "people",
        "country": "countries",
        "organisation": "organisations",
        "document": "documents",
        "unnamed": "unnamed",
    },
    "kinds": dict(Paragraph.Kind.choices),
}
TIME_FACETS = ("years", "months")
OF_QUOTATIONS: tuple[Facet, ...] = ("speaker_kinds", "roles", "about", "about_countries", "cues", "quoted")
NOT_LISTED: tuple[Facet, ...] = ("candidates",)  # what is unsure is in nobody's list, unless it is asked for
DELETED = "no longer in the archive"
Counts = Mapping[Facet, tuple[ValueCount, ...]]
ValueNames = Mapping[Facet, Mapping[Any, str]]


def facets_to_count(request: SearchRequest, unit: Unit) -> tuple[Facet, ...]:
    """Return the facets that an engine is to count for a page: those of its unit, and those in use."""
    left_out = NOT_LISTED if unit == "quotations" else (*NOT_LISTED, *OF_QUOTATIONS)
    used = {facet for facet, _ in (*request.chosen, *request.excluded)}
    return tuple(facet for facet in TITLES if facet in used or facet not in left_out)


def counts_with_choices(request: SearchRequest, counts: Counts) -> Counts:
    """Return the counts of every facet, in their order on a page, with what the request chooses or excludes in each.

    An engine gives those anyway; where none was asked, they are added with a count of 0.
    """
    return {facet: _with_choices(request, facet, counts.get(facet, ())) for facet in TITLES}


def _with_choices(request: SearchRequest, facet: Facet, counted: tuple[ValueCount, ...]) -> tuple[ValueCount, ...]:
    known = {one.value for one in counted}
    chosen, excluded = request.chosen_in(facet), request.excluded_in(facet)
    missing = [value for value in dict.fromkeys((*chosen, *excluded)) if value not in known]
    return (*counted, *(ValueCount(value, 0, value in chosen, value in excluded) for value in missing))


def fetch_value_names(counts: Counts, answer: EngineAnswer | None = None, group_by: str = "") -> ValueNames:
    """Return the names of these values, and of the values by which an answer is grouped. Takes one query."""
    values: dict[str, set[Any]] = {facet: set() for facet in TITLES}
    values |= {facet: {one.value for one in counted} for facet, counted in counts.items()}
    if answer and group_by in values:
        values[group_by].update(group.value for group in answer.groups)
    speak = values["speakers"] | values["candidates"]
    people = values["people"] | values["about"] | {one for one in speak if isinstance(one, int)}
    countries = values["countries"] | values["about_countries"] | set(filter(_is_code, speak))
    names = entity_names(people, countries, values["publishers"], values["sections"])
    who: dict[Any, str] = {**names.people, **names.countries, UNNAMED: "unnamed"}
    return FIXED_NAMES | {
        "people": names.people,
        "about": names.people,
        "speakers": who,
        "candidates": who,
        "countries": names.countries,
        "about_countries": names.countries,
        "publishers": names.publishers,
        "sections": names.sections,
    }


def value_name(names: ValueNames, facet: Facet, value: Value, spelling: str = "") -> str:
    """Return the name of a value of a facet for readers: "May 2016", "Kirby"; of a folded text it is its spelling."""
    if facet == "months":
        year, month = str(value).split("-")
        return f"{date(int(year), int(month), 1):%B %Y}"
    text = spelling or (str(value) if facet not in names or _is_text(facet, value) else DELETED)
    return names[facet].get(value, text) if facet in names else text


def _is_code(who: Value) -> bool:
    """Say whether who speaks is a country: folded names have no capitals."""
    return isinstance(who, str) and who.isupper()


def _is_text(facet: Facet, value: Value) -> bool:
    return facet in ("speakers", "candidates") and isinstance(value, str)


def found_facets(request: SearchRequest, unit: Unit, counts: Counts, names: ValueNames) -> tuple[FoundFacet, ...]:
    """Return the facets of a page of results in their order, each with its values in theirs."""
    return tuple(
        FoundFacet(facet, TITLES[facet], tuple(facet_value(request, facet, one, names) for one in shown))
        for facet, shown in ((facet, _shown(request, unit, facet, counted)) for facet, counted in counts.items())
    )


def facet_value(request: SearchRequest, facet: Facet, one: ValueCount, names: ValueNames) -> FacetValue:
    """Return a counted value with its name and the requests of its clicks."""
    name = value_name(names, facet, one.value, one.spelling)
    return FacetValue(request, facet, one.value, name, one.count, one.chosen, one.excluded)


def in_use(facets: Iterable[FoundFacet]) -> tuple[FoundFacet, ...]:
    """Return the facets in which something is chosen or excluded, with these values alone."""
    return tuple(FoundFacet(facet.facet, facet.title, facet.in_use) for facet in facets if facet.in_use)


def _shown(request: SearchRequest, unit: Unit, facet: Facet, counted: Iterable[ValueCount]) -> Iterable[ValueCount]:
    """Put values in the order of a page: most found first, but the latest years and months first.

    Where quotations are searched, that facet has only what is in use: its values are about paragraphs, so that a
    click would go back to those and find another number than was counted. Below chosen years are only their months.
    """
    if facet == "quotes":
        counted = (one for one in counted if one.chosen or one.excluded or unit != "quotations")
        return sorted(counted, key=lambda one: one.value)
    if facet == "months" and (years := {str(year) for year in request.chosen_in("years")}):
        counted = (one for one in counted if one.chosen or one.excluded or str(one.value)[:4] in years)
    return sorted(counted, key=lambda one: one.value, reverse=True) if facet in TIME_FACETS else counted

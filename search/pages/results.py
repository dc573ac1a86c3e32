"""The page of search results."""

from dataclasses import replace

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_safe
from django_htmx.http import push_url

from articles.models.quotation import OWN_WORDS
from articles.pages.download import Menu, menu
from articles.pages.htmx import HtmxRequest
from search.assist.holdings import FEW, coverage_years
from search.assist.page_help import page_help
from search.assist.time_budget import help_deadline
from search.pages.chips import cleared, filter_chips
from search.pages.examples import EXAMPLES
from search.pages.maybe_theirs import maybe_theirs
from search.pages.paging import page_links
from search.pages.timeline import charts
from search.pages.unit_tabs import unit_tabs
from search.pages.warnings import page_warnings
from search.results.model import FoundFacet, SearchResults, counted_unit
from search.results.prepared_query import VALUES_PER_FACET
from search.results.request import SearchRequest
from search.results.search import search
from search.results.url_parameters import parse_parameters

SORTS = {"": gettext_noop("best first"), "newest": gettext_noop("newest first"), "oldest": gettext_noop("oldest first")}
GROUPINGS = {
    "": gettext_noop("by article"),
    "speakers": gettext_noop("by speaker"),
    "publishers": gettext_noop("by publisher"),
    "countries": gettext_noop("by country"),
    "months": gettext_noop("by month"),
}
GROUP_WORDS = {  # one of them, several
    "speakers": ("speaker", "speakers"),
    "publishers": ("publisher", "publishers"),
    "countries": ("country", "countries"),
    "months": ("month", "months"),
}
OPEN_FACETS = (
    "speakers",
    "about_countries",
    "quoted",
    "people",
    "countries",
    "publishers",
    "years",
)  # the others are folded while unused
IN_THE_FORM = ("q", "date_from", "date_to", "sort", "by", "copies", "page")  # the rest goes along


@require_safe
def results(request: HtmxRequest) -> HttpResponse:
    """Show what the address asks for: paragraphs grouped by article or something else, and filters.

    The count beside a filter's value is what that value alone would find in its filter, with all other filters.
    """
    parsed = parse_parameters(request.GET)
    asked = parsed.request
    found = search(asked, people_in_words=asked.page == 1)
    helped = page_help(found, help_deadline())
    context = {
        "asked": asked,
        "found": found,
        "warnings": page_warnings(asked.q, found.problems, (*parsed.warnings, *found.warnings)),
        "chips": filter_chips(found),
        "did_you_mean": helped.did_you_mean,
        "relaxations": helped.relaxations,
        "cards": helped.cards,
        "charts": charts(found),
        "maybe_theirs": maybe_theirs(found),
        "own_words": _count_own_words(found),
        "clear": f"?{cleared(asked).to_query()}",
        "sorts": SORTS,
        "tabs": unit_tabs(found, helped.unit_counts),
        "undated": helped.undated,
        "undated_unit": counted_unit(found.unit, helped.undated),
        "few": found.documents <= FEW,
        "holdings": helped.holdings,
        "coverage_years": coverage_years(asked),
        "facets": _facets(found),
        "open_facets": OPEN_FACETS,
        "groupings": GROUPINGS,
        "grouped": _group_word(found),
        "page_links": page_links(found),
        "first": asked.on_page(1),
        "last": asked.on_page(found.pages),
        "examples": EXAMPLES,
        "menus": _menus(found),
        "long_file": found.documents >= settings.LONG_FILE_ROWS,
        "kept": _kept(asked),
        "values_per_facet": VALUES_PER_FACET,
        "carried": [(name, value) for name, value in asked.parameters() if name != "page"],
        "copies_apart": replace(asked, copies_apart=True, page=1),
    }
    page = render(request, "search/results.html", context)
    return push_url(page, f"{reverse('search')}?{asked.to_query()}") if request.htmx else page


def _count_own_words(found: SearchResults) -> int | None:
    """How many of the quotations found are in their speakers' own words; None where that is chosen or not searched."""
    kinds = found.of.get("quoted")
    if found.unit != "quotations" or kinds is None or kinds.in_use or not found.documents:
        return None
    return sum(one.count for one in kinds.values if one.value in OWN_WORDS)


def _menus(found: SearchResults) -> list[Menu]:
    """The files of what was found, and of what is counted of it: months, and the groups of a list that is grouped."""
    query = found.request.on_page(1).to_query()
    menus = [menu("export", query, counted_unit(found.unit, found.documents).capitalize(), cited=True)]
    if found.groups:
        menus.append(menu("export-groups", query, f"How many by {GROUP_WORDS[found.request.group_by][0]}"))
    return [*menus, *([menu("export-months", query, "How many by month")] if found.timeline else [])]


def _facets(found: SearchResults) -> list[FoundFacet]:
    """The facets that have something to choose; months stand below their years."""
    months = bool(found.facets and found.of["months"].in_use)
    return [one for one in found.facets if one.facet != "months" and (one.values or (one.facet == "years" and months))]


def _kept(asked: SearchRequest) -> list[tuple[str, str]]:
    """What is chosen by the tabs and in the facets, which the form carries along."""
    return [(name, value) for name, value in asked.parameters() if name not in IN_THE_FORM]


def _group_word(found: SearchResults) -> str:
    """What the results are grouped by, in the number there is of it; nothing where that is the article."""
    one, several = GROUP_WORDS.get(found.request.group_by, ("", ""))
    return one if found.group_count == 1 else several

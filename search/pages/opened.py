"""A result, opened: the page of its article with every match marked, and the way on through the list."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.pages.article import article_context
from search.language.highlighting import highlight_terms
from search.pages.addresses import list_address, opened_address
from search.pages.matches import MatchedParagraph, matches_in
from search.pages.warnings import told
from search.results.neighbours import Neighbour, Place, find_place
from search.results.request import SearchRequest
from search.results.search import Asked, NoAnswer, asked_of
from search.results.url_parameters import ID, SHOWN, read_filters

BY_ARTICLE = ("", "articles")  # only a list of articles has places for them
NO_LIST = "The results before and after this one are not known at the moment."
MOVED = "This article is no longer near place {} of the list, which has changed since."
NO_PLACE = "“{}” is no place in a list of results; it was left out."


@dataclass(frozen=True, slots=True)
class Step:
    """A link to another result: its title and its address."""

    title: str
    href: str


@require_safe
def opened(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an article with the matches of the search in the address, and its neighbours in the list."""
    context = article_context(request, pk)
    reading = read_filters(request.GET)
    asked = asked_of(reading.request)
    at, unread = _read_place(request.GET, reading.request)
    place, moved = _place(asked, pk, at)
    terms = highlight_terms(asked.engine.query)
    matched = matches_in(context["page"].paragraphs, terms, asked.engine.unit == "quotations")
    context |= _of_matches(matched) | _of_list(reading.request, place, at)
    context |= {
        "told": told(reading.request.q, asked.problems, (*reading.problems, *asked.sentences, *unread, *moved)),
        "searched": bool(terms),
        "canonical": request.build_absolute_uri(context["article"].get_absolute_url()),
    }
    return render(request, "search/opened.html", context)


def _read_place(parameters: QueryDict, asked: SearchRequest) -> tuple[int, list[str]]:
    """Return the place given as `at`, 0 where none is, and a sentence where it can't be one."""
    value = parameters.get("at", "").replace("\x00", " ").strip()
    if value and not ID.fullmatch(value):
        return 0, [NO_PLACE.format(value[:SHOWN])]
    return int(value) if value and asked.group_by in BY_ARTICLE else 0, []


def _place(asked: Asked, article: int, at: int) -> tuple[Place | None, list[str]]:
    """Return the article's place in the list, or none, and a sentence that says why there is none."""
    if not at or asked.nothing:
        return None, []
    try:
        place = find_place(asked.engine, article, at)
    except NoAnswer as error:
        return None, [f"{error} {NO_LIST}"]
    return (place, []) if place.at else (None, [MOVED.format(f"{at:,}")])


def _of_matches(matched: list[MatchedParagraph]) -> dict[str, object]:
    return {
        "matched": matched,
        "match_count": sum(len(one.spans) for one in matched),
        "further_marks": {one.paragraph.pk: one.marks for one in matched},
    }


def _of_list(request: SearchRequest, place: Place | None, at: int) -> dict[str, object]:
    """What leads on: to the neighbours, and back to the page of the list that has or had the place."""
    return {
        "place": place,
        "back": list_address(request, place.at if place else at),
        "previous": _step(request, place.previous if place else None),
        "following": _step(request, place.following if place else None),
    }


def _step(request: SearchRequest, to: Neighbour | None) -> Step | None:
    return Step(str(to.article), opened_address(to.article.pk, request, to.at, to.anchor)) if to else None

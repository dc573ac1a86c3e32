"""A result, opened: the page of its article with every match marked, and the way on through the list."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.pages.article import article_context
from search.language.highlighting import highlight_terms
from search.pages.addresses import list_address, opened_address
from search.pages.matches import MatchedParagraph, matches_in
from search.pages.warnings import page_warnings
from search.results.ask_engine import SearchUnavailable
from search.results.neighbours import ListPosition, Neighbour, find_position
from search.results.prepared_query import PreparedQuery, prepare
from search.results.request import SearchRequest
from search.results.url_parameters import ID, MAX_QUOTED, parse_parameters

BY_ARTICLE = ("", "articles")  # only in a list of articles has an article a position
NO_LIST = "The previous and the next result are not known at the moment."
MOVED = "This article is no longer near position {} of the results; the list has changed since."
NO_POSITION = "“{}” is not a position in a list of results; it was left out."


@dataclass(frozen=True, slots=True)
class ResultLink:
    """A link to another result: its title and its address."""

    title: str
    href: str


@require_safe
def opened(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an article with the matches of the search in the address, and its neighbours in the list."""
    context = article_context(request, pk)
    parsed = parse_parameters(request.GET)
    prepared = prepare(parsed.request)
    rank, unread = _parse_rank(request.GET, parsed.request)
    position, moved = _position(prepared, pk, rank)
    marks = highlight_terms(prepared.engine_request.query)
    matched = matches_in(context["page"].paragraphs, marks, prepared.engine_request.unit == "quotations")
    sentences = (*parsed.warnings, *prepared.warnings, *unread, *moved)
    context |= _of_matches(matched) | _of_list(parsed.request, position, rank)
    context |= {
        "warnings": page_warnings(parsed.request.q, prepared.problems, sentences),
        "searched": bool(marks),
        "canonical": request.build_absolute_uri(context["article"].get_absolute_url()),
    }
    return render(request, "search/opened.html", context)


def _parse_rank(parameters: QueryDict, asked: SearchRequest) -> tuple[int, list[str]]:
    """Return the position given as `at`, 0 where none is, and a sentence where it can't be one."""
    value = parameters.get("at", "").replace("\x00", " ").strip()
    if value and not ID.fullmatch(value):
        return 0, [NO_POSITION.format(value[:MAX_QUOTED])]
    return int(value) if value and asked.group_by in BY_ARTICLE else 0, []


def _position(prepared: PreparedQuery, article: int, rank: int) -> tuple[ListPosition | None, list[str]]:
    """Return the article's position in the list, or none, and a sentence that says why there is none."""
    if not rank or prepared.is_empty:
        return None, []
    try:
        position = find_position(prepared.engine_request, article, rank)
    except SearchUnavailable as error:
        return None, [f"{error} {NO_LIST}"]
    return (position, []) if position.rank else (None, [MOVED.format(f"{rank:,}")])


def _of_matches(matched: list[MatchedParagraph]) -> dict[str, object]:
    return {
        "matched": matched,
        "match_count": sum(len(one.spans) for one in matched),
        "further_marks": {one.paragraph.pk: one.marks for one in matched},
    }


def _of_list(request: SearchRequest, position: ListPosition | None, rank: int) -> dict[str, object]:
    """What leads on: to the neighbours, and back to the page of the list that has or had the position."""
    return {
        "position": position,
        "back": list_address(request, position.rank if position else rank),
        "previous": _link(request, position.previous if position else None),
        "following": _link(request, position.following if position else None),
    }


def _link(request: SearchRequest, to: Neighbour | None) -> ResultLink | None:
    if to is None:
        return None
    return ResultLink(str(to.article), opened_address(to.article.pk, request, to.rank, to.anchor))

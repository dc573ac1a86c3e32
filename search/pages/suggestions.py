"""What is suggested while somebody types a search, as options for a list or as JSON."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from search.assist.autocomplete import Kind, Suggestion, suggestions
from search.assist.time_budget import help_deadline
from search.language.limits import LONGEST_QUERY
from search.results.url_parameters import ID, parse_parameters

TITLES: dict[Kind, str] = {
    "person": "People",
    "country": "Countries",
    "publisher": "Publishers",
    "section": "Sections",
    "word": "Words",
}


@dataclass(frozen=True, slots=True)
class SuggestionOption:
    """A suggestion with its position in the whole list, from 1, and the address it leads to, if it does."""

    rank: int
    suggestion: Suggestion
    address: str | None


@dataclass(frozen=True, slots=True)
class SuggestionGroup:
    """The suggestions of one kind."""

    kind: Kind
    title: str
    options: list[SuggestionOption]


@require_safe
def suggested(request: HttpRequest) -> HttpResponse:
    """Suggest what may be meant by the words `q` before the caret: the offset in them given as `at`, else their end.

    All other parameters are those of a search, and go along where a suggestion asks for one.
    """
    words = request.GET.get("q", "").replace("\x00", " ")[:LONGEST_QUERY]
    asked = replace(parse_parameters(request.GET).request, q=words, page=1)
    found = suggestions(asked, _caret(request, words), help_deadline()) if words.strip() else ()
    answer = _as_json(found) if _wants_json(request) else _as_options(request, found)
    patch_vary_headers(answer, ["Accept"])
    return answer


def _caret(request: HttpRequest, words: str) -> int:
    at = request.GET.get("at", "")
    return int(at) if ID.fullmatch(at) else len(words)


def _wants_json(request: HttpRequest) -> bool:
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def _as_json(found: Iterable[Suggestion]) -> HttpResponse:
    return JsonResponse({"suggestions": [{**_plain(one), "url": _address(one)} for one in found]})


def _plain(one: Suggestion) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "name": one.name,
        "role": one.role,
        "count": one.times,
        "text": one.text,
        "caret": one.caret,
    }


def _address(one: Suggestion) -> str | None:
    return f"{reverse('search')}?{one.request.to_query()}" if one.request else None


def _as_options(request: HttpRequest, found: Iterable[Suggestion]) -> HttpResponse:
    ranked = enumerate(found, 1)
    groups = [
        SuggestionGroup(kind, TITLES[kind], [SuggestionOption(rank, one, _address(one)) for rank, one in options])
        for kind, options in groupby(ranked, key=lambda pair: pair[1].kind)
    ]
    return render(request, "search/_suggestions.html", {"groups": groups})

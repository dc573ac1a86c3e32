"""What stands on the page of a search for programs: the same request, for curl and for Python."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django import template
from django.urls import reverse

from search.engines.port import Unit
from search.results.model import SearchResults

register = template.Library()

ONE_BY_ONE: dict[Unit, str] = {"paragraphs": "api-v1:v1-paragraphs", "quotations": "api-v1:v1-quotations"}
OF_PAGES, OF_GROUPS = ("unit", "page"), ("by", "copies")  # what the address itself, cursors and single matches need not
PROGRAM = """import json
from urllib.request import urlopen

address = "{address}"
while address:
    with urlopen(address) as answer:
        page = json.load(answer)
    for {one} in page["{many}"]:
        print({told})
    address = page["links"]["next"]
"""
ITEMS = {"one": "item", "many": "items", "told": 'item["text"], item["link"], sep="\\n"'}
GROUPS = {"one": "group", "many": "groups", "told": 'group["name"], group["count"]'}
ARTICLES = {"one": "found", "many": "articles", "told": 'found["article"]["title"], found["article"]["link"]'}


@register.simple_tag(takes_context=True)
def as_curl(context: Mapping[str, Any], found: SearchResults) -> str:
    """Return the command by which curl asks for the page of a search."""
    return f"curl '{_page_address(context, found)}'"


@register.simple_tag(takes_context=True)
def as_python(context: Mapping[str, Any], found: SearchResults) -> str:
    """Return a program in Python that reads all that a search finds, match by match, or group by group."""
    name = ONE_BY_ONE.get(found.unit)
    if found.request.group_by in ("", "articles") and name:
        return PROGRAM.format(address=_address(context, found, reverse(name), (*OF_PAGES, *OF_GROUPS)), **ITEMS)
    words = ARTICLES if found.request.group_by in ("", "articles") else GROUPS
    return PROGRAM.format(address=_page_address(context, found), **words)


def _page_address(context: Mapping[str, Any], found: SearchResults) -> str:
    return _address(context, found, reverse("api-v1:v1-search", args=[found.unit]), OF_PAGES)


def _address(context: Mapping[str, Any], found: SearchResults, path: str, but: tuple[str, ...]) -> str:
    """Return an absolute address with a search's parameters, in which no sign has a meaning to a shell or to Python."""
    query = urlencode([pair for pair in found.request.parameters() if pair[0] not in but])
    return str(context["request"].build_absolute_uri(f"{path}?{query}".rstrip("?")))

"""How to cite an article, a paragraph, a quotation or a search: a page with every style, and files.

The text of a page is read anew for each request, so a citation says what the archive says today, and today's date.
"""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from articles.models import Article, Quotation
from articles.pages.paragraphs import looked_up
from articles.queries.quotations import cited_quotation
from desk.citations import wording
from desk.citations.cited import Cited, cite_article, cite_paragraph, cite_quotation, cite_search
from desk.citations.files import FORMATS
from desk.citations.styles import STYLES
from desk.citations.typeset import in_style
from search.results.search import search as found_by
from search.results.url_parameters import parse_parameters

NOTHING_SEARCHED = (
    "Nothing is searched, so there is no search to cite. Search first; “Cite this search” stands below what is found."
)


@dataclass(frozen=True, slots=True)
class FileLink:
    """A citation as a file: what it is called, where it is, and what is in it."""

    key: str
    name: str
    href: str
    text: str


@require_safe
def article(request: HttpRequest, pk: int, ending: str = "") -> HttpResponse:
    """Show how to cite an article."""
    shown = get_object_or_404(Article.objects.select_related("publisher", "section"), pk=pk)
    return _answer(request, cite_article(shown, request.build_absolute_uri, localdate()), ending)


@require_safe
def paragraph(request: HttpRequest, pk: int, number: int, digits: str, ending: str = "") -> HttpResponse:
    """Show how to cite a paragraph; where its text is gone, or several may be meant, its own address says so."""
    shown = get_object_or_404(Article.objects.select_related("publisher", "section"), pk=pk)
    found = looked_up(shown, number, digits).paragraphs
    if len(found) != 1:
        return HttpResponseRedirect(reverse("paragraph-as-it-was", args=[pk, number, digits]))
    return _answer(request, cite_paragraph(shown, found[0], request.build_absolute_uri, localdate()), ending)


@require_safe
def quotation(request: HttpRequest, pk: int, ending: str = "") -> HttpResponse:
    """Show how to cite a quotation; of one that stands no more its own page says what became of it."""
    shown = cited_quotation(pk)
    if shown is None:
        gone = get_object_or_404(Quotation.objects, pk=pk)
        return HttpResponseRedirect(reverse("quotation", args=[gone.pk]))
    return _answer(request, cite_quotation(shown, request.build_absolute_uri, localdate()), ending)


@require_safe
def search(request: HttpRequest, ending: str = "") -> HttpResponse:
    """Show how to cite a search, with what it finds today."""
    found = found_by(parse_parameters(request.GET).request.on_page(1), groups_per_page=0)
    if found.is_empty:
        return render(request, "cite/nothing.html", {"says": NOTHING_SEARCHED}, status=400)
    return _answer(request, cite_search(found, request.build_absolute_uri, localdate()), ending)


def _answer(request: HttpRequest, cited: Cited, ending: str) -> HttpResponse:
    answer = _file(cited, ending) if ending else render(request, "cite/page.html", _context(request, cited))
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _file(cited: Cited, ending: str) -> HttpResponse:
    format_ = FORMATS[ending]
    name = f"{cited.item['id']}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(format_.write(cited.item), content_type=f"{format_.media_type}; charset=utf-8", headers=headers)


def _context(request: HttpRequest, cited: Cited) -> dict[str, Any]:
    return {
        "cited": cited,
        "styled": [in_style(style, cited) for style in STYLES],
        "plain": wording.plain(cited),
        "markdown": wording.markdown(cited),
        "files": _files(request, cited),
        "unknown": _unknown(cited),
    }


def _files(request: HttpRequest, cited: Cited) -> list[FileLink]:
    """Return the citation as each file, at the address of this page with another end."""
    address, query = request.path.removesuffix("/"), request.GET.urlencode()
    return [
        FileLink(key, one.name, f"{address}.{key}" + (f"?{query}" if query else ""), one.write(cited.item).strip())
        for key, one in FORMATS.items()
    ]


def _unknown(cited: Cited) -> list[str]:
    """Name what the article does not tell, so that no style can say it."""
    if cited.what == "search":
        return []
    names = {"author": "the author", "container-title": "the publisher", "issued": "the date"}
    untitled = [] if cited.title.startswith("“") else ["the title"]
    return [*untitled, *(name for key, name in names.items() if key not in cited.item)]

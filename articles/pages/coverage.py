"""What the archive holds, by publisher and time: a heat map that is its own table."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from articles.filters.publishers import publishers_in_use, with_most_articles_first
from articles.identity.publishers import publisher_called
from articles.models import Publisher
from articles.queries.coverage import Years, archive_years, coverage, publisher_coverage

PER_PAGE = 25
NO_YEAR = "“{}” is no year. A year has four digits: 2019."
BACKWARDS = "The time ends before it begins, so all years are shown."


@require_safe
def coverage_page(request: HttpRequest) -> HttpResponse:
    """Show how many articles of each publisher there are, over all years or those asked for (5 queries)."""
    whole = archive_years()
    try:
        asked, wrong = _years(request.GET, whole), ""
    except ValueError as error:
        asked, wrong = whole, str(error)
    page = _publishers(request.GET.get("page"))
    context: dict[str, Any] = {"whole": whole, "asked": asked, "wrong": wrong, "page": page}
    if whole and asked:
        last = page.number == page.paginator.num_pages
        context["coverage"] = coverage([*page.object_list, *([None] if last else [])], asked)
        context["page_numbers"] = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return render(request, "coverage/archive.html", context)


@require_safe
def publisher_coverage_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show how many articles of one publisher there are a month; any spelling of it leads there."""
    shown = publisher_called(slug)
    if shown is None:
        raise Http404("The archive has no such publisher.")
    if slug != shown.slug:
        return redirect("publisher-coverage", slug=shown.slug)
    context = {"publisher": shown, "coverage": publisher_coverage(shown), "narrowing": f"publisher={shown.pk}"}
    return render(request, "coverage/publisher.html", context)


def _publishers(number: str | None) -> "Page[Publisher]":
    return Paginator(with_most_articles_first(publishers_in_use()), PER_PAGE).get_page(number)


def _years(data: QueryDict, whole: Years | None) -> Years | None:
    """Return the years asked for; those of the archive where an end is open. Raises ValueError with a sentence."""
    if whole is None:
        return None
    first, last = _year(data.get("from", ""), whole[0]), _year(data.get("to", ""), whole[1])
    if first > last:
        raise ValueError(BACKWARDS)
    return first, last


def _year(text: str, otherwise: int) -> int:
    text = text.strip()
    if not text:
        return otherwise
    if not (len(text) == 4 and text.isascii() and text.isdigit() and text > "0000"):
        raise ValueError(NO_YEAR.format(text[:40]))
    return int(text)

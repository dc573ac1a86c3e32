"""A search as a concordance: each place where its words stand is a line, sorted by what is beside them."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from search.pages.warnings import page_warnings
from search.results.ask_engine import SearchUnavailable
from search.results.concordance import ORDERS, PER_PAGE, Concordance, Order, concordance
from search.results.prepared_query import prepare
from search.results.scan import EmptyRequest
from search.results.url_parameters import MAX_QUOTED, parse_parameters

ORDER = "lines"  # the parameter
NAMES: dict[Order, str] = {
    "right": "what follows",
    "left": "what goes before",
    "match": "the words themselves",
    "list": "the search’s own order",
}
NO_ORDER = "Lines can’t be sorted by “{}”, so they are by what follows."


@require_safe
def concordance_page(request: HttpRequest) -> HttpResponse:
    """Show the places where the words of the address stand, a hundred lines a page."""
    parsed = parse_parameters(request.GET)
    order, wrong = _order(request.GET.get(ORDER, ""))
    prepared = prepare(parsed.request)
    said, status = "", 200
    found: Concordance | None = None
    try:
        found = concordance(prepared, order)
    except EmptyRequest as error:
        said = str(error)
    except SearchUnavailable as error:
        said, status = str(error), 503
    warnings = (*parsed.warnings, *prepared.warnings, *wrong)
    context: dict[str, Any] = {
        "asked": parsed.request,
        "found": found,
        "said": said,
        "order": order,
        "orders": NAMES,
        "warnings": page_warnings(parsed.request.q, prepared.problems if found else (), warnings),
        "kept": [pair for pair in parsed.request.parameters() if pair[0] not in ("q", "page")],
    }
    if found:
        page = Paginator(range(found.line_count), PER_PAGE).get_page(found.page)
        context["page"] = page
        context["page_numbers"] = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return render(request, "search/concordance.html", context, status=status)


def _order(text: str) -> tuple[Order, tuple[str, ...]]:
    for order in ORDERS:
        if text == order:
            return order, ()
    return "right", (NO_ORDER.format(text[:MAX_QUOTED]),) if text else ()

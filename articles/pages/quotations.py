"""The list of quotations, and the page of each."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.doorway import may
from accounts.permissions import CORRECT
from articles.filters import QuotationFilter
from articles.models import Quotation
from articles.pages.citation import cite_quotation
from articles.pages.listing import Listing
from articles.pages.passages import passages
from articles.queries import quotation_entries, quotation_page
from articles.queries.unlisted_quotations import unlisted_quotation


@require_safe
def quotations(request: HttpRequest) -> HttpResponse:
    """Show the quotations that the filters leave."""
    filters = QuotationFilter(request.GET, queryset=Quotation.objects.said())
    context = {"listing": Listing(filters, quotation_entries), "maybe": _maybe_theirs(request.GET)}
    return render(request, "quotations/list.html", context)


def _maybe_theirs(asked: QueryDict) -> str:
    """Return the query string of what may be the words of the speaker asked for, where it is left out."""
    if not asked.get("speaker") or asked.get("certainty") == "unsure":
        return ""
    unsure = asked.copy()
    unsure["certainty"] = "unsure"
    unsure.pop("page", None)
    return unsure.urlencode()


@require_safe
def quotation(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a quotation with all that is known of it, or what became of it; a term leads to its article."""
    page = quotation_page(pk)
    if page is None:
        return _unlisted(request, pk)
    context = {
        "row": page.entry,
        "quotation": page.entry.quotation,
        "article": page.entry.quotation.article,
        "role": page.role,
        "evidence": page.evidence,
        "passages": passages(page),
        "citation": cite_quotation(page.entry, request.build_absolute_uri(request.path)),
        "editors": may(request.user, CORRECT),
    }
    return render(request, "quotations/quotation.html", context)


def _unlisted(request: HttpRequest, pk: int) -> HttpResponse:
    """Say of a quotation that stands no more what became of it; what nobody ever said leads to its article."""
    unlisted = unlisted_quotation(pk)
    if unlisted is None:
        term = get_object_or_404(Quotation.objects.select_related("article"), pk=pk)
        return HttpResponseRedirect(term.article.get_absolute_url())
    context = {"unlisted": unlisted, "quotation": unlisted.quotation, "article": unlisted.quotation.article}
    answer = render(request, "quotations/unlisted.html", context)
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer

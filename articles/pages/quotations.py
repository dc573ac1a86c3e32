"""The page of each quotation."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.doorway import may
from accounts.permissions import CORRECT
from articles.models import Quotation
from articles.pages.citation import cite_quotation
from articles.pages.passages import passages
from articles.queries import quotation_page
from articles.queries.unlisted_quotations import unlisted_quotation


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

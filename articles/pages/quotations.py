"""The list of quotations, and the address of each."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.filters import QuotationFilter
from articles.models import Quotation
from articles.pages.listing import Listing
from articles.queries import quotation_entries


@require_safe
def quotations(request: HttpRequest) -> HttpResponse:
    """Show the quotations that the filters leave."""
    filters = QuotationFilter(request.GET, queryset=Quotation.objects.said())
    return render(request, "quotations/list.html", {"listing": Listing(filters, quotation_entries)})


@require_safe
def quotation(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead to where a quotation stands beside its article's text; a term, which is not listed, to its article."""
    row = get_object_or_404(Quotation.objects.select_related("article"), pk=pk)
    listed = Quotation.objects.said().filter(pk=pk).exists()
    return HttpResponseRedirect(row.article.get_absolute_url() + (f"#q{pk}" if listed else ""))

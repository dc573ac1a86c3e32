"""What was changed: the log of the whole archive, and the history of an article, a quotation or a person."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.doorway import requires
from accounts.permissions import CORRECT
from articles.editing.reverting import GIVES_BACK
from articles.filters import CorrectionFilter
from articles.models import Article, Change, Correction, Person, Quotation
from articles.pages.listing import Listing
from articles.pages.person_editing import is_hidden_from, withheld_page
from articles.queries.history import correction_entries, corrections_of, decisions_about, revisions_of, with_corrections

PER_PAGE = 50


@require_safe
@requires(CORRECT)
def corrections(request: HttpRequest) -> HttpResponse:
    """Show the corrections of the whole archive that the filters leave, the latest first."""
    filters = CorrectionFilter(request.GET, queryset=Correction.objects.all(), request=request)
    listing = Listing(filters, correction_entries)
    return render(request, "history/log.html", {"listing": listing, "revertible": GIVES_BACK})


@require_safe
@requires(CORRECT)
def article_history(request: HttpRequest, pk: int) -> HttpResponse:
    """Show every revision of an article: what was imported, extracted and corrected, by whom and why."""
    article = get_object_or_404(Article, pk=pk)
    changes: QuerySet[Change] = revisions_of(article)
    paginator = Paginator(changes, PER_PAGE)
    page = paginator.get_page(request.GET.get("page"))
    context = {
        "article": article,
        "page": page,
        "page_numbers": paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "revisions": with_corrections(article, list(page.object_list)),
    }
    return _history(request, "history/article.html", context)


@require_safe
@requires(CORRECT)
def quotation_history(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what was corrected of a quotation."""
    quotation = get_object_or_404(Quotation.objects.select_related("article"), pk=pk)
    context = {"quotation": quotation, "corrections": corrections_of(quotation=quotation.pk)}
    return _history(request, "history/quotation.html", context)


@require_safe
@requires(CORRECT)
def person_history(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what was corrected of a person, and whom editors took the person for."""
    person = get_object_or_404(Person.objects.select_related("merged_into"), pk=pk)
    if is_hidden_from(request, person):
        return withheld_page(request, person.shown)
    context = {
        "person": person,
        "corrections": corrections_of(person=person.pk),
        "decisions": decisions_about(person),
    }
    return _history(request, "history/person.html", context)


def _history(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    return render(request, template, context | {"revertible": GIVES_BACK})

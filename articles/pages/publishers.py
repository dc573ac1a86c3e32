"""The list of publishers and a publisher's page."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from accounts.doorway import may, requires
from accounts.permissions import CORRECT
from articles.editing.forms import PublisherNamingForm, sentence
from articles.editing.publisher_naming import name_publisher
from articles.filters import PublisherListFilter, publishers_in_use
from articles.identity.publishers import publisher_called
from articles.models import Publisher, PublisherCandidate
from articles.pages.download import list_menu
from articles.pages.listing import Listing
from articles.queries.merge_candidates import candidates_in, candidates_with
from articles.queries.publishers import in_order, publisher_entries, publisher_page


@require_safe
def publishers(request: HttpRequest) -> HttpResponse:
    """Show the publishers that the filters leave."""
    filters = PublisherListFilter(request.GET, queryset=publishers_in_use())
    context: dict[str, Any] = {
        "listing": Listing(filters, publisher_entries),
        "menus": list_menu("publishers-file", request),
    }
    if may(request.user, CORRECT):
        context["open_candidates"] = candidates_in("open", PublisherCandidate).count()
    return render(request, "publishers/list.html", context)


@require_safe
def publisher(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one publisher; any spelling of it, its number, or one that was merged into it leads there."""
    shown = publisher_called(slug)
    if shown is None:
        raise Http404("The archive has no such publisher.")
    if slug != shown.slug:
        return redirect(shown, permanent=False)
    context: dict[str, Any] = {"page": publisher_page(shown)}
    if may(request.user, CORRECT):
        candidates = candidates_with(shown, PublisherCandidate).select_related("first", "second")
        context["spellings"] = in_order(list(shown.aliases.filter(named_as=None).values_list("name", flat=True)))
        context["others"] = [one.second if one.first == shown else one.first for one in candidates]
    return render(request, "publishers/publisher.html", context)


@require_POST
@requires(CORRECT)
def name(request: HttpRequest, slug: str) -> HttpResponse:
    """Take an editor's choice of the spelling that a publisher goes by, and come back to its page."""
    publisher = get_object_or_404(Publisher, slug=slug.replace("\x00", " "), merged_into=None)
    form = PublisherNamingForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Nothing was saved: the form was not understood.")
        return redirect(publisher)
    try:
        naming = name_publisher(publisher.pk, form.naming(request.user))
    except ValueError as error:
        messages.error(request, f"Nothing was saved: {sentence(error)}")
    else:
        messages.success(request, f"The archive calls it {naming.after} now.")
    return redirect(publisher)

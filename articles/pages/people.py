"""The list of people, a person's page, and the suggestions while somebody types a name."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from accounts.doorway import may
from accounts.permissions import CORRECT
from articles.filters import PersonFilter
from articles.models import MergeCandidate, Person, WithheldPerson
from articles.pages.download import list_menu
from articles.pages.htmx import HtmxRequest
from articles.pages.listing import Listing
from articles.pages.person_editing import withheld_page
from articles.queries import autocomplete_people, people_entries, person_page
from articles.queries.merge_candidates import candidates_in
from articles.queries.person_for_editors import person_for_editors


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Show the people that the filters leave."""
    filters = PersonFilter(request.GET, queryset=Person.objects.in_use())
    context: dict[str, Any] = {
        "listing": Listing(filters, people_entries),
        "menus": list_menu("people-file", request),
    }
    if may(request.user, CORRECT):
        context["open_candidates"] = candidates_in(MergeCandidate.State.OPEN).count()
    return render(request, "people/list.html", context)


@require_safe
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one person; one who was merged into another leads to them, and of one who is withheld there is no page.

    Whom nothing names any more, as when the only article that did is withdrawn, has a page for editors alone.
    """
    shown = get_object_or_404(Person.objects.select_related("merged_into"), pk=pk)
    if shown.merged_into:
        return redirect(shown.shown)
    if WithheldPerson.objects.filter(person=shown).exists():
        return withheld_page(request, shown)
    editors = may(request.user, CORRECT)
    if not editors and not Person.objects.in_use().filter(pk=pk).exists():
        raise Http404("The archive names nobody of that number.")
    context: dict[str, Any] = {"page": person_page(shown)}
    if editors:
        context["editors"] = person_for_editors(shown)
    return render(request, "people/person.html", context)


@require_safe
def suggested(request: HtmxRequest) -> HttpResponse:
    """Give the options for a field in which somebody types a name; htmx sends it under the field's own name.

    Filters take "Xi Jinping (12)", which is one person for sure; a correction takes the `plain` name.
    """
    words = request.GET.get(request.htmx.trigger_name or "q", "")[:200]
    context = {"suggested": autocomplete_people(words), "plain": "plain" in request.GET}
    return render(request, "people/_options.html", context)

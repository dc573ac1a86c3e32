"""The list of people, a person's page, and the suggestions while somebody types a name."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.filters import PersonFilter
from articles.models import Person
from articles.pages.listing import Listing
from articles.queries import people_entries, people_met, person_page, suggested_people


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Show the people that the filters leave."""
    filters = PersonFilter(request.GET, queryset=people_met())
    return render(request, "people/list.html", {"listing": Listing(filters, people_entries)})


@require_safe
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one person."""
    return render(request, "people/person.html", {"page": person_page(get_object_or_404(Person, pk=pk))})


@require_safe
def suggested(request: HttpRequest) -> HttpResponse:
    """Give the options for a field in which somebody types a name; htmx sends it under the field's own name.

    Filters take "Xi Jinping (12)", which is one person for sure; a correction takes the `plain` name.
    """
    words = request.GET.get(request.htmx.trigger_name or "q", "")[:200]
    context = {"people": suggested_people(words), "plain": "plain" in request.GET}
    return render(request, "people/_options.html", context)

"""The list of countries and a country's page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.models import Country
from articles.pages.download import list_menu
from articles.queries import countries_with_counts, country_page

MOST_NAMED = 16  # countries with a bar


@require_safe
def countries(request: HttpRequest) -> HttpResponse:
    """Show every country of the archive: those named most with bars, then all by name."""
    countries = countries_with_counts()
    context = {
        "countries": countries,
        "most_named": sorted(countries, key=lambda country: -country.times)[:MOST_NAMED],
        "menus": list_menu("countries-file", request),
        "times": sum(country.times for country in countries),
    }
    return render(request, "countries/list.html", context)


@require_safe
def country(request: HttpRequest, code: str) -> HttpResponse:
    """Show one country."""
    return render(request, "countries/country.html", {"page": country_page(get_object_or_404(Country, code=code))})

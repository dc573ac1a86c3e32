"""Search's addresses."""

from django.urls import path

from search.api.views import answer, explained, openapi
from search.pages.help import search_help
from search.pages.results import results
from search.pages.suggestions import suggested
from search.pages.values import values

urlpatterns = [
    path("api/", explained, name="api"),
    path("api/openapi.json", openapi, name="api-openapi"),
    path("api/search/<str:unit>", answer, name="api-search"),
    path("search/", results, name="search"),
    path("search/help/", search_help, name="search-help"),
    path("search/suggestions/", suggested, name="suggestions"),
    path("search/values/<str:facet>/", values, name="search-values"),
]

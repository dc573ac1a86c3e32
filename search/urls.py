"""Search's addresses."""

from django.urls import path

from search.pages.results import results
from search.pages.suggestions import suggested
from search.pages.values import values

urlpatterns = [
    path("search/", results, name="search"),
    path("search/suggestions/", suggested, name="suggestions"),
    path("search/values/<str:facet>/", values, name="search-values"),
]

"""Search's addresses."""

from django.urls import path

from search.pages.results import results
from search.pages.suggestions import suggested

urlpatterns = [
    path("search/", results, name="search"),
    path("search/suggestions/", suggested, name="suggestions"),
]

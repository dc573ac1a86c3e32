"""Search's addresses."""

from django.urls import path

from search.pages.results import results

urlpatterns = [
    path("search/", results, name="search"),
]

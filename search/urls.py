"""Search's addresses."""

from django.urls import path

from search.pages.opened import opened
from search.pages.results import results

urlpatterns = [
    path("search/", results, name="search"),
    path("search/opened/<int:pk>/", opened, name="opened"),
]

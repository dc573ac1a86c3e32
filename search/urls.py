"""Search's addresses."""

from django.urls import path

from search.pages.exports import export_csv, export_jsonl
from search.pages.feed import feed
from search.pages.opened import opened
from search.pages.results import results

urlpatterns = [
    path("search/", results, name="search"),
    path("search/opened/<int:pk>/", opened, name="opened"),
    path("search/export.csv", export_csv, name="export-csv"),
    path("search/export.jsonl", export_jsonl, name="export-jsonl"),
    path("search/feed.atom", feed, name="feed"),
]

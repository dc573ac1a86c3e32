"""Search's addresses."""

from django.urls import path

from search.pages.concordance import concordance_page
from search.pages.exports import export_csv, export_jsonl
from search.pages.feed import feed
from search.pages.former_quotations import former_quotations
from search.pages.help import search_help
from search.pages.opened import opened
from search.pages.results import results
from search.pages.suggestions import suggested
from search.pages.values import values

urlpatterns = [
    path("search/", results, name="search"),
    path("search/concordance/", concordance_page, name="concordance"),
    path("quotations/", former_quotations, name="quotations"),
    path("search/help/", search_help, name="search-help"),
    path("search/suggestions/", suggested, name="suggestions"),
    path("search/values/<str:facet>/", values, name="search-values"),
    path("search/opened/<int:pk>/", opened, name="opened"),
    path("search/export.csv", export_csv, name="export-csv"),
    path("search/export.jsonl", export_jsonl, name="export-jsonl"),
    path("search/feed.atom", feed, name="feed"),
]

"""Search's addresses."""

from django.urls import path

from search.pages.concordance import concordance_page
from search.pages.exports import export, export_groups, export_timeline, export_values
from search.pages.feed import feed
from search.pages.former_quotations import former_quotations
from search.pages.help import search_help
from search.pages.kept_files import ask_for_long_file, delete_file, fetch_file, kept_file, kept_files
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
    path("search/export.<str:ending>", export, name="export"),
    path("search/groups.<str:ending>", export_groups, name="export-groups"),
    path("search/months.<str:ending>", export_timeline, name="export-months"),
    path("search/values/<str:facet>.<str:ending>", export_values, name="export-values"),
    path("search/file/", ask_for_long_file, name="ask-for-file"),
    path("files/", kept_files, name="kept-files"),
    path("files/<int:pk>/", kept_file, name="kept-file"),
    path("files/<int:pk>/fetch/", fetch_file, name="fetch-file"),
    path("files/<int:pk>/delete/", delete_file, name="delete-file"),
    path("search/feed.atom", feed, name="feed"),
]

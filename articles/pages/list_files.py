"""The lists of articles, people, publishers and countries as files, with the filters of their pages."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from articles.files.lists import Whole, articles_table, countries_table, people_table, publishers_table
from articles.files.table import Table
from articles.filters import ArticleFilter, ListFilter, PersonFilter, PublisherListFilter, publishers_in_use
from articles.models import Article, Person
from articles.pages.download import download, whole_addresses
from articles.pages.listing import chips


@require_safe
def articles_file(request: HttpRequest, ending: str) -> HttpResponseBase:
    """Give the articles that the filters leave: a table, or references."""
    return _file(request, ending, ArticleFilter(request.GET, queryset=Article.objects.all()), articles_table)


@require_safe
def people_file(request: HttpRequest, ending: str) -> HttpResponseBase:
    """Give the people that the filters leave."""
    return _file(request, ending, PersonFilter(request.GET, queryset=Person.objects.in_use()), people_table)


@require_safe
def publishers_file(request: HttpRequest, ending: str) -> HttpResponseBase:
    """Give the publishers that the filters leave."""
    filters = PublisherListFilter(request.GET, queryset=publishers_in_use())
    return _file(request, ending, filters, publishers_table)


@require_safe
def countries_file(request: HttpRequest, ending: str) -> HttpResponseBase:
    """Give all countries that are named."""
    return download(ending, lambda: countries_table(whole_addresses(request)))


def _file(
    request: HttpRequest, ending: str, filters: ListFilter, make: Callable[[ListFilter, str, Whole], Table]
) -> HttpResponseBase:
    """Return the file of a list; a filter that is wrong is a 400 with sentences."""
    if not filters.is_valid():
        wrong = [f"{name}: {error}" for name, errors in filters.errors.items() for error in errors]
        return HttpResponse("\n".join(wrong) + "\n", status=400, content_type="text/plain; charset=utf-8")
    said = ", ".join(f"{one.label}: {one.value}" for one in chips(filters.form, filters.data))
    return download(ending, lambda: make(filters, said, whole_addresses(request)))

"""The list of articles: the archive's front page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.filters import ArticleFilter
from articles.models import Article
from articles.pages.download import list_menu
from articles.pages.listing import Listing
from articles.queries import article_entries


@require_safe
def articles(request: HttpRequest) -> HttpResponse:
    """Show the articles that the filters leave."""
    filters = ArticleFilter(request.GET, queryset=Article.objects.all())
    context = {
        "listing": Listing(filters, article_entries),
        "menus": list_menu("articles-file", request, cited=True),
    }
    return render(request, "articles/list.html", context)

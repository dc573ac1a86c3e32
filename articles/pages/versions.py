"""The pages of an article's imported versions, for editors: all of them, and one with what changed, word by word."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.doorway import requires
from accounts.permissions import CORRECT
from articles.models import Article
from articles.queries.versions import version_entries, version_page, versions_of

PER_PAGE = 20


@require_safe
@requires(CORRECT)
def versions(request: HttpRequest, pk: int) -> HttpResponse:
    """List the versions of an article, the newest first, with what changed in each."""
    article = get_object_or_404(Article, pk=pk)
    rows = versions_of(article)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    first = page.start_index() - 1
    entries = version_entries(list(rows[first : first + PER_PAGE + 1]))[:PER_PAGE] if page.object_list else []
    context = {
        "article": article,
        "page": page,
        "page_numbers": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "entries": entries,
    }
    return render(request, "versions/list.html", context)


@require_safe
@requires(CORRECT)
def version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Show one version of an article: what changed since the one before, and all of it as it came."""
    article = get_object_or_404(Article, pk=pk)
    page = version_page(article, number)
    if page is None:
        raise Http404(f"The article has no version {number}.")
    return render(request, "versions/version.html", {"article": article, "page": page})

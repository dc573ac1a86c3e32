"""The address of a paragraph that the server sees leads to it, or shows what it said and what changed since."""

import re

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.queries.paragraph_address import ParagraphAddress, look_up

DIGITS = re.compile(r"[0-9a-fA-F]{6,32}")


@require_safe
def paragraph(request: HttpRequest, pk: int, number: int, digits: str = "") -> HttpResponse:
    """Lead to a paragraph of an article, or show the words that its address was made for."""
    article = get_object_or_404(Article.objects.select_related("publisher"), pk=pk)
    found = looked_up(article, number, digits)
    if len(found.paragraphs) == 1:
        return HttpResponseRedirect(f"{article.get_absolute_url()}#{found.paragraphs[0].anchor}")
    context = {"article": article, "number": number, "choices": found.paragraphs, "former": found.former}
    status = 200 if found.former else 300 if found.paragraphs else 404
    answer = render(request, "paragraphs/former.html", context, status=status)
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def looked_up(article: Article, number: int, digits: str) -> ParagraphAddress:
    """Return what a paragraph's address leads to; nothing for digits that are those of no fingerprint."""
    is_one = not digits or DIGITS.fullmatch(digits)
    return look_up(article, number, digits.lower()) if is_one else ParagraphAddress()

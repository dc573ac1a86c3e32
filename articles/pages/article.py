"""An article's page: its text with what was found in it, and for editors what is missing and what was corrected."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.doorway import may
from accounts.permissions import CORRECT
from articles.editing.forms import FORMS
from articles.models import Article, Paragraph
from articles.models.paragraph import HEADINGS, OF_A_PICTURE
from articles.pages.citation import cite_article
from articles.pages.mark_switches import switches
from articles.queries import article_page, copies_of
from articles.queries.corrections import editors_view
from articles.queries.origins import origins_of
from articles.queries.public_corrections import public_note
from articles.queries.rejected import rejected_in


@dataclass(slots=True)
class PageBlock:
    """A paragraph of the text, or the paragraphs that belong to one picture."""

    kind: str
    paragraphs: list[Paragraph] = field(default_factory=list)


@require_safe
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one article."""
    return render(request, "articles/article.html", article_context(request, pk))


def article_context(request: HttpRequest, pk: int) -> dict[str, Any]:
    """Return what the page of an article shows to this user; search shows it too, with more marks."""
    shown = get_object_or_404(Article.objects.select_related("publisher", "section"), pk=pk)
    page = article_page(shown)
    context = {
        "article": shown,
        "page": page,
        "copies": copies_of(shown),
        "switches": switches(request.COOKIES),
        "citation": cite_article(shown, request.build_absolute_uri(shown.get_absolute_url())),
        "headings": {row.kind: row for row in page.paragraphs if row.kind in HEADINGS},
        "blocks": blocks(row for row in page.paragraphs if row.kind not in HEADINGS),
        "corrected": public_note(shown),
    }
    is_editor = may(request.user, CORRECT)
    context["origins"] = origins_of(shown, for_editors=is_editor)
    if is_editor:
        context |= {"editors": editors_view(shown), "correctable": FORMS}
        context["rejected"] = rejected_in(shown)
        context["editing"] = "edit" in request.GET
    return context


def blocks(paragraphs: Iterable[Paragraph]) -> list[PageBlock]:
    """Put what belongs to one picture together: its description, caption and credit, each of them once."""
    gathered: list[PageBlock] = []
    for paragraph in paragraphs:
        if paragraph.kind not in OF_A_PICTURE:
            gathered.append(PageBlock(paragraph.kind))
        elif not gathered or _begins_a_picture(gathered[-1], paragraph):
            gathered.append(PageBlock("picture"))
        gathered[-1].paragraphs.append(paragraph)
    return gathered


def _begins_a_picture(last: PageBlock, paragraph: Paragraph) -> bool:
    there = [row.kind for row in last.paragraphs]
    return last.kind != "picture" or paragraph.kind in there or paragraph.kind == Paragraph.Kind.IMAGE_DESCRIPTION

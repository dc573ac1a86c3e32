"""The address of a result, opened: `{% opened_url results found_article found_paragraph %}`."""

from django import template

from search.pages.addresses import opened_address
from search.results import FoundArticle, FoundParagraph, SearchResults

register = template.Library()


@register.simple_tag
def opened_url(results: SearchResults, found: FoundArticle, at: FoundParagraph | None = None) -> str:
    """Return where an article that was found opens with its matches marked, at one of its paragraphs."""
    anchor = at.paragraph.anchor if at else ""
    return opened_address(found.article.pk, results.request, found.at, anchor)

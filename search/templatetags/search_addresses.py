"""Addresses that belong to results: `{% opened_url results found_article found_paragraph %}`, `{% whole_query … %}`."""

from django import template

from search.pages.addresses import opened_address
from search.results import FoundArticle, FoundParagraph, SearchResults

register = template.Library()


@register.simple_tag
def opened_url(results: SearchResults, found: FoundArticle, at: FoundParagraph | None = None) -> str:
    """Return where an article that was found opens with its matches marked, at one of its paragraphs."""
    anchor = at.paragraph.anchor if at else ""
    return opened_address(found.article.pk, results.request, found.at, anchor)


@register.simple_tag
def opened_paragraph_url(results: SearchResults, found: FoundParagraph) -> str:
    """Return where a paragraph opens that was found in a group: an article's place is one in a list of articles."""
    return opened_address(found.paragraph.article_id, results.request, anchor=found.paragraph.anchor)


@register.simple_tag
def whole_query(results: SearchResults) -> str:
    """Return the query string of all that is found, whatever page of it is looked at."""
    return results.request.on_page(1).to_query()

"""What links of results need: `{% opened_url results found_article found_paragraph %}`, `{% whole_query results %}`."""

from django import template

from search.pages.addresses import opened_address
from search.pages.exports import MOST_ROWS
from search.results import FoundArticle, FoundParagraph, SearchResults

register = template.Library()


@register.simple_tag
def opened_url(results: SearchResults, found: FoundArticle, at: FoundParagraph | None = None) -> str:
    """Return where an article that was found opens with its matches marked: at this paragraph, else at its best."""
    best = at or next(iter(found.paragraphs), None)
    anchor = best.paragraph.anchor if best else ""
    return opened_address(found.article.pk, results.request, found.at, anchor)


@register.simple_tag
def whole_query(results: SearchResults) -> str:
    """Return the query string of all that is found, whatever page of it is looked at."""
    return results.request.on_page(1).to_query()


@register.simple_tag
def most_rows() -> int:
    """Return how many matches a file has at the most."""
    return MOST_ROWS

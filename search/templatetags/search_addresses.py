"""Where the links of results lead: to the article with its matches marked, and to all that was found as a file."""

from django import template

from articles.models import Article
from search.pages.addresses import opened_address
from search.results.model import FoundArticle, FoundParagraph, SearchResults

register = template.Library()


@register.simple_tag
def result_url(found: SearchResults, result: FoundParagraph, rank: int = 0) -> str:
    """Return where a result opens: at its paragraph; `rank` is its article's position in the list."""
    return opened_address(result.paragraph.article_id, found.request, rank, result.paragraph.anchor)


@register.simple_tag
def entry_url(found: SearchResults, entry: FoundArticle) -> str:
    """Return where an article of the list opens: at its title, where that matches, else at its best paragraph."""
    best = entry.title or next(iter(entry.paragraphs), None)
    return opened_address(entry.article.pk, found.request, entry.rank, best.paragraph.anchor if best else "")


@register.simple_tag
def copy_url(found: SearchResults, entry: FoundArticle, copy: Article) -> str:
    """Return where a copy of an article's story opens; it has the position of that article."""
    return opened_address(copy.pk, found.request, entry.rank)


@register.simple_tag
def whole_query(found: SearchResults) -> str:
    """Return the query string of all that is found, whatever page of it is looked at."""
    return found.request.on_page(1).to_query()

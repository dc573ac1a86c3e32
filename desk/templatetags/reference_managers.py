"""What reference managers such as Zotero read from pages: meta tags of an article, COinS of each article of a list."""

from typing import Any

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.bibliography import article_item
from articles.models import Article
from desk.citations.coins import context_object, full_name, iso_date

register = template.Library()


@register.simple_tag(takes_context=True)
def coins(context: Context, article: Article) -> SafeString:
    """Return an empty span that carries an article, whose publisher and section are read with it, to Zotero."""
    item = article_item(article, _address(context, article))
    return format_html('<span class="Z3988" title="{}"></span>', context_object(item))


@register.inclusion_tag("cite/_meta_tags.html", takes_context=True)
def article_meta_tags(context: Context, article: Article) -> dict[str, Any]:
    """Describe an article in meta tags: those of Highwire Press, and Zotero's own for what it is."""
    item = article_item(article, _address(context, article))
    names = [full_name(name) for name in item.get("author", ())]
    return {"item": item, "published": iso_date(item), "publication": item.get("container-title"), "names": names}


def _address(context: Context, article: Article) -> str:
    return str(context["request"].build_absolute_uri(article.get_absolute_url()))

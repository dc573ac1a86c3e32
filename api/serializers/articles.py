"""Articles → their schemas."""

from typing import Any

from api.addresses import Addresses
from api.schemas import items, texts
from api.serializers.entities import publisher_entity
from articles.models import Article
from articles.queries import ArticleEntry


def brief_article(article: Article, addresses: Addresses) -> items.Article:
    """Return an article as what stands in it names it."""
    return items.Article(**article_fields(article, addresses))


def article_fields(article: Article, addresses: Addresses) -> dict[str, Any]:
    """Return the values that every schema of an article has."""
    publisher = article.publisher
    return {
        "id": article.pk,
        "link": addresses.of("article", article.pk),
        "title": article.title or None,
        "byline": article.byline or None,
        "publisher": publisher_entity(publisher, addresses) if publisher else None,
        "published": article.published or None,
        "published_doubt": article.published_doubt or None,
        "section": article.section.name if article.section else None,
        "language": article.language or None,
        "url": article.url or None,
    }


def article_entry(entry: ArticleEntry, story: int | None, addresses: Addresses) -> texts.ArticleEntry:
    """Return an article as lists have it; `story` is the article whose copy it is."""
    article = entry.article
    return texts.ArticleEntry(
        **article_fields(article, addresses),
        standfirst=article.standfirst or None,
        quotation_count=article.quotation_count,
        story=story or article.pk,
        people=tuple(items.Entity(one["id"], one["name"], addresses.of("person", one["id"])) for one in entry.people),
        countries=tuple(
            items.Entity(one["code"], one["name"], addresses.of("country", one["code"])) for one in entry.countries
        ),
    )

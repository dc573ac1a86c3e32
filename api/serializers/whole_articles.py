"""An article with its text and all that was found in it → its schema."""

from api.addresses import Addresses
from api.schemas import texts
from api.serializers.articles import article_fields, brief_article
from api.serializers.paragraphs import serialize
from api.serializers.quotations import QuotationSerializer
from articles.queries import ArticlePage, Copies
from articles.queries.articles import MentionedEntity


def whole_article(page: ArticlePage, copies: Copies, story: int | None, addresses: Addresses) -> texts.WholeArticle:
    """Return what an article's page shows. Takes the queries of its quotations."""
    article = page.article
    quotations = [entry.quotation for entry in page.quotations]
    serializer = QuotationSerializer.of(quotations, addresses)
    return texts.WholeArticle(
        **article_fields(article, addresses),
        standfirst=article.standfirst or None,
        quotation_count=article.quotation_count,
        story=story or article.pk,
        copies=tuple(brief_article(one, addresses) for one in copies.named),
        copy_count=len(copies.named) + copies.more,
        paragraphs=tuple(serialize(row, addresses) for row in page.paragraphs),
        quotations=tuple(map(serializer.quotation, quotations)),
        people=tuple(_named(one, addresses) for one in page.people),
        countries=tuple(_named(one, addresses) for one in page.countries),
    )


def _named(one: MentionedEntity, addresses: Addresses) -> texts.NamedInArticle:
    link = addresses.of_path(one.who.get_absolute_url())
    return texts.NamedInArticle(one.who.pk, one.who.name, link, one.times, one.anchor, one.role or None)

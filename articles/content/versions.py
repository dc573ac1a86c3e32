"""The imported versions of an article as they are stored: one row for each import that brought something new."""

from django.db.models import Max
from django.utils.timezone import now

from articles.content.layered_fields import imported_values
from articles.models import Article, ArticleVersion
from articles.models.bulk_rows import insert_for_keys
from articles.sources import SourceArticle

LONGEST_PLACE = 400


def pack_version(source: SourceArticle) -> bytes:
    """Return what a version of an article keeps of its source, compressed; call it outside the write lock."""
    paragraphs = [[one.kind.value, one.text] for one in source.paragraphs]
    return ArticleVersion.packed({"values": imported_values(source), "paragraphs": paragraphs})


def add_version(article: Article, source: SourceArticle, packed: bytes, is_new: bool) -> int:
    """Store the next version of a saved article, in the caller's transaction, and return its key.

    The number counts up from 1; of a new article it is not asked for (1 statement, 2 otherwise).
    """
    last = 0 if is_new else article.versions.aggregate(last=Max("number"))["last"] or 0
    columns = ("article_id", "number", "content_hash", "place", "at", "content")
    row = article.pk, last + 1, article.content_hash, source.place[:LONGEST_PLACE], now(), packed
    return insert_for_keys(ArticleVersion, columns, [row])[0]

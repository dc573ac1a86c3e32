"""What every file says of an article, whatever its rows are."""

from articles.files.table import Record
from articles.models import Article


def article_values(article: Article) -> Record:
    """Return the columns of an article that all files share; what is not known of it is empty."""
    return {
        "article": article.pk,
        "title": article.title,
        "publisher": str(article.publisher or ""),
        "published": article.published,
        "published_doubt": article.published_doubt,
        "section": str(article.section or ""),
        "byline": article.byline,
        "language": article.language,
    }

"""An article leaves the archive, and the index follows."""

from accounts.write_lock import patient_transaction
from articles import journal
from articles.duplicates import clusters
from articles.models import Article, Change


@patient_transaction
def remove_article(article_key: int) -> None:
    """Delete an article with all that was found in it, and bring the story it was in right without it.

    Raises Article.DoesNotExist; ProtectedError where an editor corrected it, since corrections are never lost;
    NoTurnError.
    """
    article = Article.objects.get(pk=article_key)
    journal.record_many(clusters.remove(article), Change.Kind.STORY)
    article.revision += 1
    journal.record(article, Change.Kind.REMOVED)
    article.delete()

"""One source article into the archive, in one transaction: recognise → save → extract → journal.

Cost: a fixed number of queries an article (some 20 for a new one, 1 for one that is known and unchanged), whatever the
size of the archive; every look-up goes by an index.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.db import transaction
from django.db.models import QuerySet

from articles import changes, enrichment
from articles.models import Article, Change
from articles.models.paragraph import fingerprint
from articles.paragraphs import lay_headings, lay_text
from articles.sources import SourceArticle
from articles.values import imported_values, lay_imported

AS_IMPORTED = ("url", "section", "language", "file_name")
SAME_ARTICLE = 0.5  # the share of its paragraphs that a file of the same name keeps when it is a new version


class Outcome(StrEnum):
    """What importing one article did."""

    CREATED = "imported"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Imported:
    """An article of the archive and what importing it did."""

    article: Article
    outcome: Outcome


@transaction.atomic
def import_article(source: SourceArticle) -> Imported:
    """Bring one source article into the archive; the same one again changes nothing, not even the journal."""
    content_hash = source.content_hash()
    article = _recognised(source, content_hash)
    if article and article.content_hash == content_hash:
        return Imported(article, Outcome.UNCHANGED)
    outcome = Outcome.UPDATED if article else Outcome.CREATED
    article = article or Article(source_id=source.source_id)
    article.content_hash = content_hash
    _save(article, source, Change.Kind.UPDATED if outcome == Outcome.UPDATED else Change.Kind.IMPORTED)
    return Imported(article, outcome)


def _recognised(source: SourceArticle, content_hash: str) -> Article | None:
    """Find the article that this is a version of: by its id, else by its content, else by its file and text."""
    if source.source_id:
        return Article.objects.filter(source_id=source.source_id).first()
    anonymous = Article.objects.filter(source_id=None)
    return anonymous.filter(content_hash=content_hash).first() or _same_file(source, anonymous)


def _same_file(source: SourceArticle, anonymous: QuerySet[Article]) -> Article | None:
    """A file's name alone proves nothing ("1.txt"); with half its paragraphs the same, it is the same article."""
    fingerprints = {fingerprint(paragraph.text) for paragraph in source.paragraphs}
    for article in anonymous.filter(file_name=source.file_name).order_by("-pk")[:20]:
        if article.paragraphs.filter(fingerprint__in=fingerprints).count() >= SAME_ARTICLE * len(fingerprints):
            return article
    return None


def _save(article: Article, source: SourceArticle, kind: Change.Kind) -> None:
    changed = lay_imported(article, imported_values(source))
    for name in AS_IMPORTED:
        setattr(article, name, getattr(source, name))
    article.revision += 1
    article.save()
    kept = enrichment.forget_findings(article) if kind == Change.Kind.UPDATED else []
    lay_headings(article)
    lay_text(article, source.paragraphs)
    enrichment.enrich(article, kept)
    article.save()
    changes.record(article, kind, changed)

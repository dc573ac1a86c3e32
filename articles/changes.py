"""The journal's only door: what changed is written here, in the transaction of the change itself."""

from collections.abc import Sequence

from django.db import connection

from articles.models import Article, Change

# PostgreSQL hands out numbers before it commits, so a follower could pass over one that commits late. The lock is
# held to the end of the transaction and makes numbers appear in order; SQLite has one writer at a time anyway.
JOURNAL_LOCK = 4_711_001


def record(article: Article, kind: Change.Kind, fields: Sequence[str] = ()) -> Change:
    """Add a row to the journal; call it in the transaction that changed the article, after its revision is raised."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [JOURNAL_LOCK])
    return Change.objects.create(article_id=article.pk, revision=article.revision, kind=kind, fields=list(fields))


def since(number: int, limit: int = 1000) -> list[Change]:
    """Return the changes after that number, oldest first, `limit` at the most."""
    return list(Change.objects.filter(number__gt=number).order_by("number")[:limit])


def latest() -> int:
    """Return the number of the newest change, 0 for an empty journal."""
    return Change.objects.order_by("-number").values_list("number", flat=True).first() or 0


def touching(article: Article, field: str, after_revision: int) -> bool:
    """Say whether that field of the article has changed since the revision that somebody saw."""
    changes = Change.objects.filter(article_id=article.pk, revision__gt=after_revision)
    return any(field in fields for fields in changes.values_list("fields", flat=True))

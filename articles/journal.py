"""Append to and read the change journal; a change is appended in the transaction of the change itself."""

from collections.abc import Iterable, Sequence
from itertools import islice

from django.db.models import F
from django.utils.timezone import now

from articles.models import Article, Change
from articles.models.bulk_rows import insert_rows

A_BATCH = 500  # rows a query, since a database takes so many parameters and no more


def record(article: Article, kind: Change.Kind, fields: Sequence[str] = ()) -> None:
    """Add a row to the journal; call it in the transaction that changed the article, after its revision is raised.

    `fields` name what changed: layered values, and those of quotations, by the functions below.
    """
    row = article.pk, article.revision, kind.value, list(fields), now()
    insert_rows(Change, ("article_id", "revision", "kind", "fields", "at"), [row])


def record_many(articles: Iterable[int], kind: Change.Kind) -> None:
    """Raise the revision of each of these articles and add its row to the journal, in the caller's transaction."""
    keys = iter(articles)
    while batch := list(islice(keys, A_BATCH)):
        rows = Article.objects.filter(pk__in=batch).order_by("pk")
        rows.order_by().update(revision=F("revision") + 1)
        revisions = rows.values_list("pk", "revision")
        Change.objects.bulk_create(Change(article_id=pk, revision=revision, kind=kind) for pk, revision in revisions)


def speaker_field(quotation_key: int) -> str:
    """Return the name by which the journal knows who said a quotation."""
    return f"speaker of quotation {quotation_key}"


def about_field(quotation_key: int) -> str:
    """Return the name by which the journal knows of whom and what a quotation speaks."""
    return f"subjects of quotation {quotation_key}"


def quotation_field(field: str, quotation_key: int) -> str:
    """Return the name by which the journal knows another value of a quotation, such as its kind."""
    return f"{field} of quotation {quotation_key}"


def mention_field(field: str, mention_key: int) -> str:
    """Return the name by which the journal knows a value of a mention, called as corrections call it."""
    return f"{field} of mention {mention_key}"


def paragraph_field(field: str, number: int | None) -> str:
    """Return the name by which the journal knows the text or the kind of a paragraph, called as corrections call it."""
    return f"{field} of paragraph {number}"


def changed_fields(speakers: Sequence[int], about: Sequence[int]) -> list[str]:
    """Return the journal's names for quotations, by key, whose speakers or whose subjects are others than before."""
    return [*map(speaker_field, speakers), *map(about_field, about)]


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

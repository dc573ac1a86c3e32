"""Two Publishers that are one: the one is merged into the other, and taken out again, as people are.

An article of the merged Publisher is shown as the other's, and remembers which it named; so does what is imported
later (articles/identity/publishers.py). That is all it takes to take a merge back. The caller holds the transaction and
writes the journal for the articles returned.
"""

from django.db.models import Value
from django.db.models.functions import Coalesce

from articles.identity.following import family_of
from articles.models import Article, Publisher, PublisherAlias


def merge_publishers(kept: Publisher, merged: Publisher) -> list[int]:
    """Show the one in the other's place; return the keys of the articles of the merged one. Raises ValueError."""
    if kept.merged_into_id or merged.merged_into_id or kept == merged:
        raise ValueError("one of them is merged with another already")
    touched = _articles_of(merged)
    for rows in (Article.objects, PublisherAlias.objects):
        of_merged = rows.filter(publisher=merged)
        of_merged.update(publisher=kept, named_as=Coalesce("named_as", Value(merged.pk)))
    merged.merged_into = kept
    merged.save(update_fields=["merged_into"])
    return touched


def separate_publishers(merged: Publisher) -> list[int]:
    """Take a merge back; return the keys of the articles that are the Publisher's again. Raises ValueError."""
    if not merged.merged_into_id:
        raise ValueError("they are two publishers already")
    family = family_of(merged)
    for rows in (Article.objects, PublisherAlias.objects):
        rows.filter(named_as__in=family).update(publisher=merged)
        rows.filter(publisher=merged, named_as=merged).update(named_as=None)
    merged.merged_into = None
    merged.save(update_fields=["merged_into"])
    return _articles_of(merged)


def _articles_of(publisher: Publisher) -> list[int]:
    return list(Article.objects.filter(publisher=publisher).order_by("pk").values_list("pk", flat=True))

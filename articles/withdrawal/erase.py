"""Erase an article for good: nothing of it stays but a tombstone, its numbers, and the hashes that imports know it by.

From a withdrawn article or a shown one. The rows go in one transaction. What lies outside of the tables follows: words
that somebody typed and has not saved (unsaved_words.py), and the files of the database (traces.py); the files of the
search index, by the journal.
"""

from collections.abc import Iterable
from itertools import chain

from django.db import models, transaction
from django.utils.timezone import now

from accounts.kept_files import forget_all
from accounts.write_lock import write_transaction
from articles import journal
from articles.models import (
    Article,
    ArticleVersion,
    Change,
    Correction,
    ErasedQuotation,
    Mention,
    PersonInArticle,
    Quotation,
    Tombstone,
    Withdrawal,
)
from articles.withdrawal.kept_rows import TOUCHED, KeptRows, unpacked, values_of
from articles.withdrawal.merged_since import people_in
from articles.withdrawal.nowhere_else import forget_names, forget_people
from articles.withdrawal.raw_delete import raw_delete
from articles.withdrawal.traces import wipe_freed_pages
from articles.withdrawal.unsaved_words import forget_unsaved
from articles.withdrawal.withdraw import Ground, refuse_a_change, take_off, withdrawal_of

GOES_WITH_IT: tuple[type[models.Model], ...] = (ArticleVersion, PersonInArticle, Withdrawal)  # by their `article`


def erase(article_key: int, ground: Ground) -> Tombstone:
    """Erase an article, withdrawn or shown. Raises Article.DoesNotExist, ChangedMeanwhileError."""
    tombstone, addresses = _erase(article_key, ground)
    transaction.on_commit(lambda: _forget_traces(addresses))
    return tombstone


def _forget_traces(addresses: Iterable[str]) -> None:
    forget_unsaved(addresses)
    forget_all()
    wipe_freed_pages()


@write_transaction
def _erase(article_key: int, ground: Ground) -> tuple[Tombstone, list[str]]:
    """Delete the rows, and return the tombstone and the addresses of what went."""
    article = Article.every.get(pk=article_key)
    refuse_a_change(article, ground.seen)
    kept = _taken_out(article)
    of_article = Correction._base_manager.filter(article=article)
    addresses = [f"/corrections/{key}/" for key in of_article.values_list("pk", flat=True)]
    corrections = raw_delete(of_article)
    quotations = [key for (key,) in values_of(kept, "Quotation", "id")]
    mentions = [key for (key,) in values_of(kept, TOUCHED, "id")]
    raw_delete(Mention._base_manager.filter(pk__in=mentions))
    raw_delete(Quotation._base_manager.filter(pk__in=quotations))
    for model in GOES_WITH_IT:
        raw_delete(model._base_manager.filter(article=article))
    raw_delete(Article.every.filter(pk=article.pk))
    forgotten = forget_people(people_in(kept))
    forget_names(name for (name,) in values_of(kept, "Speaker", "name"))
    article.revision += 1
    journal.record(article, Change.Kind.ERASED)
    addresses += [article.get_absolute_url(), *(f"/quotations/{key}/" for key in quotations)]
    addresses += [f"/mentions/{key}/" for key in chain(mentions, (key for (key,) in values_of(kept, "Mention", "id")))]
    addresses += [f"/people/{key}/" for key in forgotten.people]
    return _tombstone(article.pk, quotations, corrections + forgotten.corrections, ground), addresses


def _taken_out(article: Article) -> KeptRows:
    """Return what hangs on the article, which is in no table afterwards."""
    if article.withdrawn:
        return unpacked(bytes(withdrawal_of(article.pk).content or b""))
    return take_off(article)


def _tombstone(number: int, quotations: list[int], corrections: int, ground: Ground) -> Tombstone:
    tombstone = Tombstone.objects.create(
        article_number=number,
        kind=ground.kind,
        reason=ground.reason,
        by=ground.by,
        at=now(),
        corrections=corrections,
        change=journal.latest(),
    )
    ErasedQuotation.objects.bulk_create(ErasedQuotation(number=key, tombstone=tombstone) for key in quotations)
    return tombstone

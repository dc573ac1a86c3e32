"""Withdraw an article and restore it: one short transaction each, in which nothing is computed.

What stands when it comes back is what stood when it went, editors' decisions and the numbers of paragraphs and
quotations included; people and publishers who were merged or divided meanwhile are those that they are now. Findings
of an earlier extractor are then as outdated as others, and a version that its source has brought meanwhile, which the
import refused, comes with the next one.
"""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.timezone import now

from accounts.kept_files import forget_all
from accounts.write_lock import write_transaction
from articles import journal
from articles.duplicates import clusters
from articles.duplicates.clusters import ComparedText
from articles.models import Article, Change, Withdrawal, WithdrawalKind
from articles.paragraph_kinds import PassageKind
from articles.withdrawal.barring import bar, unbar
from articles.withdrawal.kept_rows import KeptRows, lay, packed, take_out, unpacked, values_of
from articles.withdrawal.merged_since import follow_merges, people_in


@dataclass(frozen=True)
class Ground:
    """Why an article is withdrawn or erased, and by whom; nobody where a command does it.

    `seen` is the revision of the article that the form was made from, None where there was no form.
    """

    kind: WithdrawalKind
    reason: str
    by: User | None = None
    seen: int | None = None


class ChangedMeanwhileError(Exception):
    """Somebody changed, withdrew or restored the article after the form was made; nothing was done."""


@write_transaction
def withdraw(article_key: int, ground: Ground) -> Withdrawal:
    """Take an article off all pages, with all that was found in it; its copies stay.

    Raises Article.DoesNotExist where it is not there or withdrawn already, ChangedMeanwhileError.
    """
    article = Article.objects.get(pk=article_key)
    refuse_a_change(article, ground.seen)
    kept = take_off(article)
    transaction.on_commit(forget_all)  # files that were made before may have its words
    article.revision += 1
    Article.every.filter(pk=article.pk).update(revision=article.revision)
    journal.record(article, Change.Kind.WITHDRAWN)
    return Withdrawal.objects.create(
        article=article,
        kind=ground.kind,
        reason=ground.reason,
        by=ground.by,
        at=now(),
        revision=article.revision,
        content=packed(kept),
        people=people_in(kept),
    )


def restore(article_key: int, reason: str, by: User | None = None, seen: int | None = None) -> Article:
    """Bring a withdrawn article back as it was.

    Raises Withdrawal.DoesNotExist where it is not withdrawn, ChangedMeanwhileError.
    """
    withdrawal = withdrawal_of(article_key)
    kept = unpacked(bytes(withdrawal.content or b""))
    return _lay_again(withdrawal, kept, _compared(kept), reason, by, seen)


def withdrawal_of(article_key: int) -> Withdrawal:
    """Return the withdrawal of an article that is withdrawn now. Raises Withdrawal.DoesNotExist.

    Asked by `article__pk`, a number that is too large for the database is no article; by `article` it is an error.
    """
    return Withdrawal.objects.select_related("article", "by").get(article__pk=article_key, restored_at=None)


@write_transaction
def _lay_again(
    withdrawal: Withdrawal, kept: KeptRows, compared: ComparedText, reason: str, by: User | None, seen: int | None
) -> Article:
    still = Withdrawal.objects.get(pk=withdrawal.pk, restored_at=None)
    refuse_a_change(Article.every.get(pk=still.article_id), seen)
    lay(follow_merges(kept, still.article_id))
    unbar(still.article_id)
    article = Article.objects.get(pk=still.article_id)
    article.revision += 1
    article.save(update_fields=["revision"])
    others = [key for key in clusters.assign(article, compared) if key != article.pk]
    journal.record_many(others, Change.Kind.STORY)
    journal.record(article, Change.Kind.RESTORED)
    still.content, still.people = None, []
    still.restored_by, still.restored_at, still.restored_because = by, now(), reason
    still.save()
    return article


def take_off(article: Article) -> KeptRows:
    """Take out of the tables what hangs on an article, have imports know it, and return it; its copies stay."""
    bar(article)
    journal.record_many(clusters.remove(article), Change.Kind.STORY)
    return take_out(article.pk)


def refuse_a_change(article: Article, seen: int | None) -> None:
    """Raise ChangedMeanwhileError where the article is at another revision than was seen."""
    if seen is not None and seen != article.revision:
        raise ChangedMeanwhileError


def _compared(kept: KeptRows) -> ComparedText:
    """Make ready the text that copies are known by, before the lock is taken."""
    rows = sorted(values_of(kept, "Paragraph", "position", "kind", "text"))
    return ComparedText.of("\n".join(text for _, kind, text in rows if kind == PassageKind.BODY))

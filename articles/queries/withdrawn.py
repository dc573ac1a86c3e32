"""What pages read of articles that are withdrawn or erased: never a word of what they said."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.contrib.auth.models import User
from django.db.models import QuerySet

from articles.models import Quotation, Tombstone, Withdrawal, WithdrawalKind

Removal = Literal["withdrawn", "erased"]
HIGHEST = 2**63 - 1  # number that a row can have; an address may have any, which SQLite refuses


@dataclass(frozen=True, slots=True)
class Removed:
    """An article that is withdrawn or erased: its number, which of both, of which kind the reason is, and when.

    `reason`, `by` (nobody for a command) and, of one that is erased, how many `corrections` went with it and the number
    of its `change` in the journal are for editors.
    """

    article: int
    how: Removal
    kind: WithdrawalKind
    at: datetime
    reason: str
    by: User | None
    corrections: int = 0
    change: int = 0

    @property
    def ground(self) -> str:
        """The kind of reason as a sentence ends with it: "for legal reasons"."""
        return str(WithdrawalKind(self.kind).label)


def removed_article(number: int) -> Removed | None:
    """Return what became of the article of a number; nothing where it is shown or never was (2 queries)."""
    return next(iter(_removed([number])), None)


def removed_with(quotation: int) -> Removed | None:
    """Return what became of the article of the quotation of a number; nothing where it is shown or never was."""
    if quotation > HIGHEST:
        return None
    withdrawn = Quotation.every.filter(pk=quotation, standing=Quotation.Standing.WITHDRAWN).values_list("article")
    erased = Tombstone.objects.filter(quotations__number=quotation).values_list("pk")
    number = withdrawn.first() or erased.first()
    return removed_article(number[0]) if number else None


def all_removed() -> "QuerySet[Withdrawal, tuple[int, datetime]]":
    """Return the numbers of all articles that are withdrawn or erased, the latest first, to be paged."""
    withdrawn = Withdrawal.objects.filter(restored_at=None).order_by().values_list("article_id", "at")
    erased = Tombstone.objects.order_by().values_list("article_number", "at")
    return withdrawn.union(erased, all=True).order_by("-at")


def removed_entries(numbers: Iterable[int]) -> list[Removed]:
    """Return what became of the articles of these numbers, in this order (2 queries)."""
    numbers = list(numbers)
    by_number = {one.article: one for one in _removed(numbers)}
    return [by_number[number] for number in numbers if number in by_number]


def _removed(numbers: list[int]) -> list[Removed]:
    numbers = [number for number in numbers if number <= HIGHEST]
    withdrawn = Withdrawal.objects.filter(article__in=numbers, restored_at=None).defer("content").select_related("by")
    erased = Tombstone.objects.filter(pk__in=numbers).select_related("by")
    return [
        Removed(one.article_id, "withdrawn", WithdrawalKind(one.kind), one.at, one.reason, one.by) for one in withdrawn
    ] + [
        Removed(one.pk, "erased", WithdrawalKind(one.kind), one.at, one.reason, one.by, one.corrections, one.change)
        for one in erased
    ]

"""What the administrator's pages read: accounts with their roles and when they were seen, and the log."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Max, Q, QuerySet

from accounts.groups import role_of
from accounts.models import AccountChange
from accounts.roles import Role


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account as a list shows it; `seen` is None where nobody has signed in to it yet."""

    user: User
    role: Role | None
    seen: datetime | None
    waits: bool  # for its password to be set


def accounts_named(part: str = "") -> QuerySet[User]:
    """Return the accounts whose name or address has these letters, open ones first, by name."""
    named = Q(username__icontains=part) | Q(email__icontains=part) if part else Q()
    return _accounts().filter(named).order_by("-is_active", "username")


def account_rows(accounts: Iterable[User]) -> list[AccountRow]:
    """Return rows of accounts that were found here; they cost two queries, however many they are."""
    return [_row(user) for user in accounts]


def account_row(pk: int) -> AccountRow:
    """Return the row of one account. Raises User.DoesNotExist."""
    return _row(_accounts().get(pk=pk))


def _accounts() -> QuerySet[User]:
    return User.objects.annotate(used=Max("usersession__last_seen_at")).prefetch_related("groups")


def _row(user: Any) -> AccountRow:
    seen = max(filter(None, (user.used, user.last_login)), default=None)
    return AccountRow(user, role_of(user), seen, _waits(user))


def _waits(user: User) -> bool:
    return user.last_login is None and not user.has_usable_password()


def changes(whom: User | None = None) -> QuerySet[AccountChange]:
    """Return the log, newest first: of one account, or of all."""
    of = AccountChange.objects.filter(whom=whom) if whom else AccountChange.objects.all()
    return of.select_related("by", "whom")

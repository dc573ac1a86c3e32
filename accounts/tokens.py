"""Tokens for the API: making one, which says itself this once, revoking it, and whose it is that a program sends."""

import hashlib
import secrets
from datetime import timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import AccountChange, ApiToken
from accounts.write_lock.noting import Noting

PREFIX = "newsroom_"  # by which programs that look for lost secrets know one
RANDOM_BYTES = 32
SHOWN = 12  # signs of a token that lists show
MOST = 20  # tokens of an account that hold at a time
LONGEST = 100  # characters of what a program sends
NOTED_EVERY = timedelta(minutes=10)

_noting = Noting(NOTED_EVERY)


class TokenError(ValueError):
    """A token can't be made; the message is a sentence that says why."""


@transaction.atomic
def make_token(owner: User, name: str) -> str:
    """Make a token by which programs read in an owner's name, and return what it says, which is never shown again.

    Raises TokenError where the owner has one of that name, or too many.
    """
    User.objects.select_for_update().get(pk=owner.pk)  # of two at once, the second sees the first
    holding = tokens_of(owner)
    if holding.filter(name=name).exists():
        raise TokenError("You have a token of this name: give this one another.")
    if holding.count() >= MOST:
        raise TokenError(f"You have {MOST} tokens, which is the most: revoke one that is used no more.")
    said = PREFIX + secrets.token_urlsafe(RANDOM_BYTES)
    ApiToken.objects.create(owner=owner, name=name, digest=_digest(said), beginning=said[:SHOWN])
    _log(owner, AccountChange.What.TOKEN, name)
    return said


@transaction.atomic
def revoke_token(owner: User, number: int) -> bool:
    """Revoke a token of an owner; say whether there was one."""
    token = tokens_of(owner).filter(pk=number).select_for_update().first()
    if token is None:
        return False
    token.revoked_at = timezone.now()
    token.save(update_fields=["revoked_at"])
    _log(owner, AccountChange.What.REVOKED, token.name)
    return True


def tokens_of(owner: User) -> QuerySet[ApiToken]:
    """Return the tokens of an owner that hold, the newest first."""
    return ApiToken.objects.filter(owner=owner, revoked_at=None)


def token_saying(said: str) -> ApiToken | None:
    """Return the token that says this, with its owner, and note that it was used; None where none holds that does.

    Those of a closed account hold no more until it is opened again (1 query, and sometimes one that writes).
    """
    if not said.startswith(PREFIX) or len(said) > LONGEST:
        return None
    rows = ApiToken.objects.filter(digest=_digest(said), revoked_at=None, owner__is_active=True)
    token = rows.select_related("owner").first()
    if token:
        _noting.note(ApiToken.objects.filter(pk=token.pk), "used_at", token.used_at)
    return token


def _digest(said: str) -> str:
    return hashlib.sha256(said.encode(errors="replace")).hexdigest()


def _log(owner: User, what: str, name: str) -> None:
    AccountChange.objects.create(by=owner, whom=owner, what=what, words=f"“{name}”")

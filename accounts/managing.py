"""Administrators' use cases: invite somebody, change a role, close an account and open it again. Each is logged.

The archive is never left without an administrator: who is the last one keeps the role and the account.
"""

from allauth.account.adapter import get_adapter
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.contrib.auth.models import Group, User
from django.db import transaction

from accounts.emails import set_email
from accounts.groups import give_role, in_role, role_of
from accounts.models import AccountChange
from accounts.roles import ADMINISTRATOR, Role
from accounts.sessions import end_sessions

What = AccountChange.What


class LastAdministratorError(ValueError):
    """The archive would be left without an administrator."""

    def __init__(self) -> None:
        super().__init__("The archive needs an administrator: make somebody else one first.")


@transaction.atomic
def invite(name: str, email: str, role: Role, by: User | None = None) -> User:
    """Make an account that nobody can sign in to until its password is set by a link."""
    user = User.objects.create_user(name)
    set_email(user, email)
    give_role(user, role)
    _log(by, user, What.INVITED, f"as {role.with_article}")
    return user


@transaction.atomic
def change_role(user: User, role: Role, by: User | None = None) -> None:
    """Give an account another role; the one that it has changes nothing. Raises LastAdministratorError."""
    before = role_of(user)
    if before == role:
        return
    _keep_an_administrator(user)
    give_role(user, role)
    _log(by, user, What.ROLE, f"{role.name} ({before.name} before)" if before else role.name)


@transaction.atomic
def close(user: User, by: User | None = None) -> None:
    """Close an account, which ends its sessions; a closed one stays as it is. Raises LastAdministratorError."""
    if not user.is_active:
        return
    _keep_an_administrator(user)
    user.is_active = False
    user.save(update_fields=["is_active"])
    end_sessions(user)
    _log(by, user, What.CLOSED)


@transaction.atomic
def reopen(user: User, by: User | None = None) -> None:
    """Open a closed account again, with the role and the password that it had."""
    if user.is_active:
        return
    user.is_active = True
    user.save(update_fields=["is_active"])
    _log(by, user, What.REOPENED)


def make_link(user: User, by: User | None = None) -> str:
    """Return the address at which an account's password is set, once, within three days; making it is logged."""
    _log(by, user, What.LINK)
    key = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
    return str(get_adapter().get_reset_password_from_key_url(key))


def _keep_an_administrator(user: User) -> None:
    """Raise LastAdministratorError where an account is the only open one of an administrator.

    The group's row is locked, so that of two who give up the role at once the second one sees the first.
    """
    Group.objects.select_for_update().get(name=ADMINISTRATOR.name)
    administrators = in_role(ADMINISTRATOR)
    if administrators.filter(pk=user.pk).exists() and not administrators.exclude(pk=user.pk).exists():
        raise LastAdministratorError


def _log(by: User | None, whom: User, what: str, words: str = "") -> None:
    AccountChange.objects.create(by=by, whom=whom, what=what, words=words)

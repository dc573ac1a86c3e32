"""Roles in the database: Django's groups, one of which each account is in.

Which permissions a group has is laid after every `migrate`, so that the database says what `accounts.roles` says.
"""

from typing import Any

from django.apps import apps
from django.apps.registry import Apps
from django.contrib.auth.models import AnonymousUser, Group, User
from django.db import DEFAULT_DB_ALIAS, transaction
from django.db.models import Q, QuerySet

from accounts.permissions import IN_WORDS, codename
from accounts.roles import ADMINISTRATOR, BY_NAME, ROLES, Role, permissions_of


def lay_groups(apps: Apps = apps, using: str = DEFAULT_DB_ALIAS, **of_the_signal: Any) -> None:
    """Make the groups of the roles where they are missing, and give each exactly its permissions.

    `apps` and `using` come from the signal `post_migrate`. Where the migrations of accounts did not run yet, or were
    taken back, nothing is done.
    """
    try:
        Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")  # noqa: N806
    except LookupError:
        return
    found = Permission.objects.using(using).filter(content_type__app_label="accounts")
    ours = {one.codename: one for one in found}
    if not ours.keys() >= set(map(codename, IN_WORDS)):
        return
    for role in ROLES:
        group, _ = Group.objects.using(using).get_or_create(name=role.name)
        group.permissions.set([ours[codename(permission)] for permission in permissions_of(role)])


def role_of(user: User | AnonymousUser) -> Role | None:
    """Return the role of an account, the highest where it is in several groups; None for strangers and outsiders."""
    if user.is_superuser:
        return ADMINISTRATOR
    names = {group.name for group in user.groups.all()}
    return next((role for role in reversed(ROLES) if role.name in names), None)


@transaction.atomic
def give_role(user: User, role: Role) -> None:
    """Give an account this role instead of the one that it had; Django's superusers are none any more below the top."""
    if user.is_superuser and role != ADMINISTRATOR:
        user.is_superuser = user.is_staff = False
        user.save(update_fields=["is_superuser", "is_staff"])
    user.groups.remove(*Group.objects.filter(name__in=BY_NAME))
    user.groups.add(Group.objects.get(name=role.name))


def in_role(role: Role) -> QuerySet[User]:
    """Return the open accounts that have a role; Django's superusers are administrators."""
    has_it = Q(groups__name=role.name)
    if role == ADMINISTRATOR:
        has_it |= Q(is_superuser=True)
    return User.objects.filter(has_it, is_active=True).distinct()

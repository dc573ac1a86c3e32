"""Roles: each may what those before it may, an account has one, and today's editors are taken over."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from accounts.doorway import may
from accounts.groups import give_role, in_role, lay_groups, role_of
from accounts.permissions import CORRECT, ERASE, IN_WORDS, KEEP_LISTS, MANAGE_ACCOUNTS, USE_TOKENS
from accounts.roles import ADMINISTRATOR, CHIEF_EDITOR, EDITOR, READER, RESEARCHER, ROLES, first_with, permissions_of

pytestmark = pytest.mark.django_db
migration = import_module("accounts.migrations.0002_roles")


@pytest.fixture
def somebody(django_user_model):
    """An account without a role."""
    return django_user_model.objects.create_user("rita")


def of_the_database(user):
    """Return the account as another request sees it: permissions are remembered within one."""
    return type(user).objects.get(pk=user.pk)


@pytest.mark.parametrize(
    ("role", "allowed", "not_allowed"),
    [
        (READER, KEEP_LISTS, USE_TOKENS),
        (RESEARCHER, USE_TOKENS, CORRECT),
        (EDITOR, CORRECT, ERASE),
        (CHIEF_EDITOR, ERASE, MANAGE_ACCOUNTS),
        (ADMINISTRATOR, MANAGE_ACCOUNTS, "accounts.fly"),
    ],
)
def test_a_role_may_what_it_says_and_no_more(somebody, role, allowed, not_allowed):
    give_role(somebody, role)
    user = of_the_database(somebody)
    assert may(user, allowed)
    assert not may(user, not_allowed)
    assert may(user, KEEP_LISTS)  # what the least may


def test_every_permission_is_some_role_s_and_the_top_has_all():
    assert set(permissions_of(ADMINISTRATOR)) == set(IN_WORDS)
    assert {first_with(permission) for permission in IN_WORDS} == set(ROLES)


def test_an_account_has_one_role(somebody):
    for role in ROLES:
        give_role(somebody, role)
        assert role_of(somebody) == role
        assert somebody.groups.get().name == role.name


def test_a_superuser_is_an_administrator_until_another_role_is_given(admin_user):
    assert role_of(admin_user) == ADMINISTRATOR
    assert list(in_role(ADMINISTRATOR)) == [admin_user]
    give_role(admin_user, READER)
    user = of_the_database(admin_user)
    assert role_of(user) == READER
    assert not may(user, CORRECT)
    assert not user.is_staff


def test_groups_of_others_are_left_alone(somebody):
    somebody.groups.add(Group.objects.create(name="choir"))
    give_role(somebody, EDITOR)
    assert {group.name for group in somebody.groups.all()} == {"choir", "editor"}


def test_migrating_again_puts_the_groups_right():
    Group.objects.get(name="reader").permissions.add(Permission.objects.get(codename="erase"))
    Group.objects.filter(name="editor").delete()
    call_command("migrate", "accounts", verbosity=0)
    allowed = Group.objects.get(name="reader").permissions.values_list("codename", flat=True)
    assert list(allowed) == ["keep_lists"]
    assert Group.objects.get(name="editor").permissions.count() == 4


def test_without_the_permissions_nothing_is_laid():
    Permission.objects.filter(codename="erase").delete()
    Group.objects.filter(name="editor").delete()
    lay_groups()
    assert not Group.objects.filter(name="editor").exists()


@pytest.fixture
def before(django_user_model):
    """Accounts of before there were roles: an editor of the group, one by name, a superuser, a reader."""
    make = django_user_model.objects.create_user
    Group.objects.filter(name__in=[role.name for role in ROLES]).delete()
    editors = Group.objects.create(name="Editors")
    make("grouped").groups.add(editors)
    make("named").user_permissions.add(Permission.objects.get(codename="add_correction"))
    make("root", is_superuser=True, is_staff=True).groups.add(editors)
    make("rita")


def roles_by_name(model):
    return {user.username: role_of(user) for user in model.objects.all()}


def test_editors_are_taken_over_and_superusers_stay(before, django_user_model):
    migration.take_over(apps, None)
    assert roles_by_name(django_user_model) == {
        "grouped": EDITOR,
        "named": EDITOR,
        "root": ADMINISTRATOR,
        "rita": None,
    }
    assert django_user_model.objects.get(username="root").is_superuser
    assert not Group.objects.filter(name="Editors").exists()


def test_the_migration_can_be_taken_back(before, django_user_model):
    migration.take_over(apps, None)
    migration.give_back(apps, None)
    editors = Group.objects.get(name="Editors")
    assert {user.username for user in editors.user_set.all()} == {"grouped", "named", "root"}
    assert [one.codename for one in editors.permissions.all()] == ["add_correction"]

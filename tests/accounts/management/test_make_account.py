"""`manage.py make_account` and `make_editor`: one account, a password for its owner alone, the same line every time."""

import stat
from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from accounts.doorway import may
from accounts.groups import give_role, role_of
from accounts.permissions import CORRECT
from accounts.roles import ADMINISTRATOR, EDITOR, READER

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(settings, tmp_path):
    """Run the command and return what it says."""
    settings.VAR_DIR = tmp_path

    def make(*arguments, command="make_editor"):
        out = StringIO()
        call_command(command, *arguments, stdout=out)
        return out.getvalue()

    return make


def test_the_editor_can_sign_in_and_may_correct(made, tmp_path):
    said = made()
    password = (tmp_path / "editor-password").read_text().strip()
    assert password in said
    assert len(password) >= 20
    editor = authenticate(username="editor", password=password)
    assert editor
    assert may(editor, CORRECT)


def test_only_the_owner_can_read_the_password(made, tmp_path):
    made()
    assert stat.S_IMODE((tmp_path / "editor-password").stat().st_mode) == 0o600


def test_again_it_changes_nothing_and_says_the_same(made):
    first = made()
    before = User.objects.get().password
    assert made() == first
    assert User.objects.get().password == before


def test_a_new_database_gets_the_password_that_is_kept(made):
    first = made()
    User.objects.all().delete()
    assert made() == first


def test_where_the_password_is_lost_it_says_what_to_do(made, tmp_path):
    made()
    (tmp_path / "editor-password").unlink()
    assert "changepassword editor" in made()


def test_a_password_that_was_changed_is_not_told_wrongly(made, tmp_path):
    made()
    user = User.objects.get()
    user.set_password("another long password")
    user.save()
    assert (tmp_path / "editor-password").read_text().strip() not in made()


def test_editors_have_files_of_their_own(made, tmp_path):
    made()
    made("--name", "mara")
    assert (tmp_path / "mara-password").read_text() != (tmp_path / "editor-password").read_text()


@pytest.mark.parametrize("name", ["../escape", "a b", ""])
def test_a_name_that_cannot_sign_in_is_refused(made, name, tmp_path):
    with pytest.raises(CommandError, match="cannot be a name"):
        made("--name", name)
    assert list(tmp_path.iterdir()) == []


def made_role(name):
    return role_of(User.objects.get(username=name))


def test_the_first_account_is_the_administrator_s_and_the_next_ones_are_not(made):
    assert "as editor, an administrator, with" in made()
    made("--name", "mara")
    made("rita", command="make_account")
    assert [made_role(name) for name in ("editor", "mara", "rita")] == [ADMINISTRATOR, EDITOR, READER]


def test_an_archive_that_has_only_editors_gets_an_administrator(made):
    made("one", command="make_account")
    give_role(User.objects.get(username="one"), EDITOR)
    made("one", command="make_account")
    assert made_role("one") == ADMINISTRATOR


def test_a_role_is_given_where_it_is_asked_for_and_else_kept(made):
    made()
    made("mara", "--role", "chief editor", command="make_account")
    made("mara", command="make_account")
    made("--name", "mara")
    assert made_role("mara").name == "chief editor"
    made("mara", "--role", "reader", command="make_account")
    assert made_role("mara") == READER


def test_a_role_that_there_is_not_is_refused(made):
    with pytest.raises(CommandError, match="invalid choice: 'pope'"):
        made("mara", "--role", "pope", command="make_account")
    assert not User.objects.exists()

"""`manage.py make_editor`: one editor, a password for its owner alone, the same line every time."""

import stat
from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from articles.permissions import may_correct

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(settings, tmp_path):
    """Run the command and return what it says."""
    settings.VAR_DIR = tmp_path

    def make(*arguments):
        out = StringIO()
        call_command("make_editor", *arguments, stdout=out)
        return out.getvalue()

    return make


def test_the_editor_can_sign_in_and_may_correct(made, tmp_path):
    said = made()
    password = (tmp_path / "editor-password").read_text().strip()
    assert password in said
    assert len(password) >= 20
    editor = authenticate(username="editor", password=password)
    assert editor
    assert may_correct(editor)


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

"""The doorway: who may, where strangers are led, and which sentence the others get."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.template import Context, Template
from django.views.generic import View

from accounts.doorway import May, Requires, may, may_in_templates, requires
from accounts.groups import give_role
from accounts.permissions import CORRECT, IN_WORDS, codename
from accounts.roles import EDITOR, READER
from tests.articles.conftest import editor  # noqa: F401 (a fixture)
from tests.conftest import ROOT

pytestmark = pytest.mark.django_db


@requires(CORRECT)
def page(request, number):
    """A page for editors."""
    return HttpResponse(f"page {number}")


class PageAsClass(Requires, View):
    """The same page."""

    permission = CORRECT

    def get(self, request, number):
        return HttpResponse(f"page {number}")


PAGES = [page, PageAsClass.as_view()]


@pytest.fixture
def outsider(django_user_model):
    """Somebody with an account and no role."""
    return django_user_model.objects.create_user("rita")


def asked_by(rf, user):
    request = rf.get("/page/?a=1")
    request.user = user
    return request


def test_an_editor_may_correct_and_a_stranger_may_not(editor, outsider):  # noqa: F811
    assert may(editor, CORRECT)
    assert not may(AnonymousUser(), CORRECT)
    assert not may(outsider, CORRECT)


def test_a_closed_account_may_nothing(editor):  # noqa: F811
    editor.is_active = False
    assert not may(editor, CORRECT)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_to_an_editor(rf, page, editor):  # noqa: F811
    assert page(asked_by(rf, editor), number=7).content == b"page 7"


@pytest.mark.parametrize("page", PAGES)
def test_a_stranger_is_asked_to_sign_in_and_comes_back(rf, page):
    assert page(asked_by(rf, AnonymousUser()), number=7)["Location"] == "/sign-in/?next=/page/%3Fa%3D1"


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("role", "sentence"),
    [
        (READER, "It takes an editor to correct what was imported or found; you are signed in as a reader."),
        (None, "It takes an editor to correct what was imported or found; your account has no role yet."),
    ],
)
def test_who_may_not_is_told_who_may(rf, page, outsider, role, sentence):
    if role:
        give_role(outsider, role)
    with pytest.raises(PermissionDenied, match=re.escape(sentence)):
        page(asked_by(rf, outsider), number=7)


def test_the_page_that_refuses_says_the_sentence(client, outsider):
    give_role(outsider, READER)
    client.force_login(outsider)
    answer = client.get("/people/merge-candidates/")
    assert answer.status_code == 403
    assert "you are signed in as a reader." in answer.content.decode()


@pytest.mark.parametrize(("of", "shown"), [(EDITOR, "yes"), (READER, "no")])
def test_templates_ask_by_name(rf, outsider, of, shown):
    give_role(outsider, of)
    template = Template("{% if may.correct %}yes{% else %}no{% endif %}")
    assert template.render(Context(may_in_templates(asked_by(rf, outsider)))) == shown


def test_templates_ask_for_nothing_that_there_is_not():
    known = {codename(permission) for permission in IN_WORDS}
    written = "".join(file.read_text() for file in (ROOT / "templates").rglob("*.html"))
    assert set(re.findall(r"\bmay\.(\w+)", written)) <= known
    with pytest.raises(KeyError):
        May(AnonymousUser())["fly"]


def test_where_a_page_fails_before_it_has_a_user_nobody_may(rf):
    assert not may_in_templates(rf.get("/"))["may"]["correct"]

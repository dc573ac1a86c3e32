"""Who may correct."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse

from articles.permissions import editors_only, may_correct

pytestmark = pytest.mark.django_db


@editors_only
def page(request, number):
    """A page for editors."""
    return HttpResponse(f"page {number}")


def test_an_editor_may_correct(editor):
    assert may_correct(editor)


def test_a_stranger_and_a_reader_may_not(django_user_model):
    assert not may_correct(AnonymousUser())
    assert not may_correct(django_user_model.objects.create_user("rita"))


def test_a_page_opens_to_an_editor(rf, editor):
    request = rf.get("/page/")
    request.user = editor
    assert page(request, 7).content == b"page 7"


def test_a_stranger_is_asked_to_sign_in_and_comes_back(rf):
    request = rf.get("/page/?a=1")
    request.user = AnonymousUser()
    assert page(request, 7)["Location"] == "/sign-in/?next=/page/%3Fa%3D1"


def test_a_reader_is_refused(rf, django_user_model):
    request = rf.get("/page/")
    request.user = django_user_model.objects.create_user("rita")
    with pytest.raises(PermissionDenied):
        page(request, 7)

"""A database that another writer holds gives a sentence, not a stack trace."""

import pytest
from django.db import OperationalError

from tests.locks import locked_error

pytestmark = pytest.mark.django_db


def test_a_locked_database_is_said(client, monkeypatch):
    def locked(*args, **values):
        raise locked_error()

    monkeypatch.setattr("accounts.forms.SignInForm.is_valid", locked)
    answer = client.post("/sign-in/", {"username": "edith", "password": "x"})
    assert answer.status_code == 503
    assert "busy" in answer.content.decode()


@pytest.mark.parametrize(("method", "leads_to"), [("get", "/sign-in/?next=/people/"), ("post", None)])
def test_htmx_is_led_to_the_page_unless_it_sent_something(client, monkeypatch, method, leads_to):
    def locked(*args, **values):
        raise locked_error()

    monkeypatch.setattr("accounts.pages.sign_in.SignIn.get_context_data", locked)
    answer = getattr(client, method)("/sign-in/?next=/people/", headers={"HX-Request": "true"})
    assert answer.status_code == 503
    assert answer.headers.get("HX-Redirect") == leads_to


def test_another_trouble_is_not_hidden(client, monkeypatch):
    def broken(*args, **values):
        raise OperationalError("no such table")

    monkeypatch.setattr("accounts.forms.SignInForm.is_valid", broken)
    with pytest.raises(OperationalError):
        client.post("/sign-in/", {"username": "edith", "password": "x"})

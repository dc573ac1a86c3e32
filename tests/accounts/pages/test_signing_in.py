"""Signing in by name or e-mail address, and what is carried through it."""

import pytest
from django.contrib.sessions.models import Session

from accounts.groups import give_role
from accounts.roles import EDITOR
from tests.accounts.pages.conftest import PASSWORD
from tests.articles.pages.signing_in import hidden

NAMING = "/publishers/nobodys-paper/name/"


def sign_in(client, name, password=PASSWORD, **fields):
    return client.post("/sign-in/", {"username": name, "password": password} | fields)


@pytest.mark.parametrize("name", ["rita", "Rita", " rita ", "rita@paper.example", "RITA@PAPER.EXAMPLE"])
def test_a_name_or_an_address_signs_in_however_it_is_written(client, rita, name):
    assert sign_in(client, name).url == "/articles/"
    assert client.session["_auth_user_id"] == str(rita.pk)


@pytest.mark.parametrize("name", ["rit", "rita@other.example", "nobody", "a" * 300, "\x00"])
def test_another_name_does_not(client, rita, name):
    answer = sign_in(client, name)
    assert answer.status_code == 200
    assert "_auth_user_id" not in client.session
    assert answer.context["form"].errors


def test_a_former_address_signs_in_no_longer(client, rita):
    from accounts.emails import set_email

    set_email(rita, "rita@new.example")
    assert sign_in(client, "rita@paper.example").status_code == 200
    assert sign_in(client, "rita@new.example").status_code == 302


def test_a_closed_account_is_told_so_and_gets_no_session(client, rita):
    rita.is_active = False
    rita.save()
    answer = client.post("/sign-in/", {"username": "rita", "password": PASSWORD, "unsaved": "x"}, follow=True)
    assert "This account is closed" in answer.content.decode()
    assert not Session.objects.exists()
    assert "closed" not in sign_in(client, "rita", "wrong").content.decode()


def test_signing_out_says_so(as_rita):
    answer = as_rita.post("/sign-out/", follow=True)
    assert "You are signed out." in answer.content.decode()
    assert "_auth_user_id" not in as_rita.session


def test_what_a_page_that_only_takes_was_sent_waits_to_be_sent_again(client, rita):
    give_role(rita, EDITOR)
    page = client.post(NAMING, {"name": "The Paper", "reason": "it <says> so"})
    answer = client.post("/sign-in/", {"username": "rita", "password": PASSWORD} | hidden(page), follow=True)
    assert answer.redirect_chain == [("/sign-in/unsaved/", 302)]
    shown = answer.content.decode()
    assert f'action="{NAMING}"' in shown
    assert '<dd class="facts-words" dir="auto">it &lt;says&gt; so</dd>' in shown
    assert '<input type="hidden" name="reason" value="it &lt;says&gt; so">' in shown


def test_where_nothing_waits_a_sentence_says_so(as_rita):
    assert "Nothing waits here" in as_rita.get("/sign-in/unsaved/").content.decode()

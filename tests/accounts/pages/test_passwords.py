"""Passwords: another one, and a link where it is forgotten."""

import re
from smtplib import SMTPException

import pytest
from django.contrib.auth import authenticate

from tests.accounts.pages.conftest import PASSWORD

NEW = "quite another password"
TWICE = {"password1": NEW, "password2": NEW}


def link_in(mail) -> str:
    return re.search(r"http://testserver(/\S+)", mail.body)[1]


def set_by_link(client, link, **fields):
    form = client.get(link, follow=True)
    address = form.redirect_chain[-1][0] if form.redirect_chain else link
    return client.post(address, fields or TWICE)


def test_another_password_holds_and_this_session_stays(as_rita, rita):
    answer = as_rita.post("/account/password/", {"oldpassword": PASSWORD} | TWICE, follow=True)
    assert answer.redirect_chain == [("/account/", 302)]
    assert "Your new password is set." in answer.content.decode()
    rita.refresh_from_db()
    assert rita.check_password(NEW)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"oldpassword": "wrong"} | TWICE, "This is not your password."),
        ({"oldpassword": PASSWORD, "password1": "short", "password2": "short"}, "at least 12 characters"),
        ({"oldpassword": PASSWORD, "password1": NEW, "password2": NEW + "!"}, "same password each time"),
        (
            {"oldpassword": PASSWORD, "password1": "rita@paper.example", "password2": "rita@paper.example"},
            "too similar",
        ),
        ({}, "This field is required."),
    ],
)
def test_a_mistake_gets_a_sentence_and_changes_nothing(as_rita, rita, fields, sentence):
    answer = as_rita.post("/account/password/", fields)
    assert sentence in answer.content.decode()
    rita.refresh_from_db()
    assert rita.check_password(PASSWORD)


def test_a_forgotten_password_is_set_by_a_link_which_works_once(client, rita, mail, mailoutbox):
    client.post("/sign-in/forgotten/", {"email": "rita@paper.example"})
    assert mailoutbox[0].to == ["rita@paper.example"]
    assert "You sign in as rita." in mailoutbox[0].body
    assert set_by_link(client, link_in(mailoutbox[0])).url == "/sign-in/"
    assert authenticate(username="rita", password=NEW)
    assert "This link leads no further" in client.get(link_in(mailoutbox[0])).content.decode()


def test_whether_an_address_is_known_is_not_told(client, rita, mail, mailoutbox):
    answers = [client.post("/sign-in/forgotten/", {"email": f"{name}@paper.example"}) for name in ("rita", "nobody")]
    assert len({(answer.status_code, answer.url) for answer in answers}) == 1
    assert len(mailoutbox) == 1


def test_a_mail_server_that_fails_is_no_failure_of_the_page(client, rita, mail, monkeypatch, caplog):
    def fail(self):
        raise SMTPException("nobody listens")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", fail)
    assert client.post("/sign-in/forgotten/", {"email": "rita@paper.example"}).url == "/sign-in/forgotten/sent/"
    assert "nobody listens" in caplog.text


@pytest.mark.parametrize("method", ["get", "post"])
def test_without_mail_the_page_says_who_can_help(client, rita, mailoutbox, method):
    answer = getattr(client, method)("/sign-in/forgotten/", {"email": "rita@paper.example"})
    assert "ask an administrator for a link" in answer.content.decode()
    assert not mailoutbox


@pytest.mark.parametrize("link", ["1-nonsense", "zzzzzzzzzzzzzzzzzzzz-x-y", "1-set-password", "0-"])
def test_a_link_that_was_made_up_leads_no_further(client, rita, link):
    answer = client.get(f"/sign-in/new-password/{link}/")
    assert answer.status_code == 404 if link == "0-" else "leads no further" in answer.content.decode()
    assert "sessionid" not in answer.cookies

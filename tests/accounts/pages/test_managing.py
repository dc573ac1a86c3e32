"""The administrator's pages: who has an account, inviting, roles, closing; what is done there is logged."""

import re

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.groups import give_role, role_of
from accounts.models import AccountChange
from accounts.roles import ADMINISTRATOR, CHIEF_EDITOR, EDITOR, READER
from tests.accounts.pages.conftest import PASSWORD
from tests.accounts.pages.test_passwords import NEW, set_by_link

LAST = "Nothing was changed. The archive needs an administrator"


@pytest.fixture
def boss(db, django_user_model):
    """The only administrator."""
    user = django_user_model.objects.create_user("boss", password=PASSWORD)
    give_role(user, ADMINISTRATOR)
    return user


@pytest.fixture
def office(client, boss):
    """The administrator's browser."""
    client.force_login(boss)
    return client


def done(office, user, action, **fields) -> str:
    return office.post(f"/accounts/{user.pk}/{action}/", fields, follow=True).content.decode()


def logged() -> list[str]:
    return [str(one) for one in AccountChange.objects.order_by("pk")]


def link_on(page) -> str:
    return re.search(r"http://testserver(/sign-in/new-password/[^<\s]+)", page.content.decode())[1]


def test_the_list_says_who_has_which_role_and_was_seen_when(office, as_rita):
    office.force_login(User.objects.get(username="boss"))
    page = office.get("/accounts/").content.decode()
    row = page[page.index(">rita<") :]
    assert "rita@paper.example" in row
    assert re.search(r"open, last seen <time[^>]*>\d+ \w+ \d{4}", row)
    assert '<p class="note">reader</p>' in row


@pytest.mark.parametrize(("name", "found"), [("RIT", True), ("paper.ex", True), ("mara", False), ("\x00rit", True)])
def test_accounts_are_found_by_letters(office, rita, name, found):
    assert (">rita<" in office.get("/accounts/", {"name": name}).content.decode()) == found


def test_the_list_costs_the_same_however_many_there_are(office, boss, django_user_model):
    def queries() -> int:
        with CaptureQueriesContext(connection) as counted:
            office.get("/accounts/")
        return len(counted)

    give_role(django_user_model.objects.create_user("first"), READER)
    before = queries()
    for n in range(8):
        give_role(django_user_model.objects.create_user(f"user-{n}"), EDITOR)
    assert queries() == before


def test_somebody_who_is_invited_sets_a_password_and_has_the_role(office, mailoutbox):
    page = office.post("/accounts/invite/", {"name": "mara", "email": "M@paper.example", "role": "editor"})
    mara = User.objects.get(username="mara")
    assert set_by_link(Client(), link_on(page)).url == "/sign-in/"
    assert authenticate(username="m@paper.example", password=NEW) == mara
    assert role_of(mara) == EDITOR
    assert logged() == ["mara invited as an editor", "mara given a link to set a password"]
    assert not mailoutbox


def test_the_link_is_mailed_where_mail_is_sent(office, mail, mailoutbox):
    page = office.post("/accounts/invite/", {"name": "mara", "email": "m@paper.example", "role": "reader"})
    assert "It was mailed to m@paper.example." in page.content.decode()
    assert link_on(page) in mailoutbox[0].body


def test_a_mail_that_did_not_go_is_told(office, mail, monkeypatch):
    def fail(self):
        raise OSError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", fail)
    page = office.post("/accounts/invite/", {"name": "mara", "email": "m@paper.example", "role": "reader"})
    assert "could not be sent" in page.content.decode()
    assert link_on(page)


def test_the_link_is_shown_this_once(office):
    page = office.post("/accounts/invite/", {"name": "mara", "role": "reader"})
    mara = User.objects.get(username="mara")
    assert link_on(page) not in office.get(f"/accounts/{mara.pk}/").content.decode()
    assert "no-store" in page.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"name": "RITA"}, "Somebody has this name already."),
        ({"name": "rita@paper.example"}, "Somebody has this name already."),
        ({"name": "mara", "email": "RITA@paper.example"}, "Another account has this address."),
        ({"name": "mara", "email": "nonsense"}, "Enter a valid email address."),
        ({"name": "a b"}, "Enter a valid username."),
        ({"name": "x" * 151}, "at most 150 characters"),
        ({"name": ""}, "This field is required."),
        ({"name": "ma\u202era"}, "Enter a valid username."),
        ({"name": "mara", "role": "pope"}, "pope is not one of the available choices."),
        ({"name": "mara\x00"}, "Null characters are not allowed."),
    ],
)
def test_an_invitation_that_is_not_understood_makes_nothing(office, rita, fields, sentence):
    before = User.objects.count()
    page = office.post("/accounts/invite/", {"role": "reader"} | fields).content.decode()
    assert sentence in page
    assert User.objects.count() == before


def test_a_role_is_changed_and_logged(office, rita):
    assert "rita is a chief editor now." in done(office, rita, "role", role="chief editor")
    assert role_of(rita) == CHIEF_EDITOR
    assert logged() == ["rita given the role chief editor (reader before)"]
    page = office.get("/accounts/changes/").content.decode()
    assert "given the role chief editor (reader before),\n    by boss" in page


@pytest.mark.parametrize("role", ["", "pope", "Reader", "\x00"])
def test_a_role_that_there_is_not_changes_nothing(office, rita, role):
    assert "the form was not understood" in done(office, rita, "role", role=role)
    assert role_of(rita) == READER


def test_a_closed_account_is_signed_out_at_once_and_can_be_opened(office, rita):
    browser = Client()
    browser.post("/sign-in/", {"username": "rita", "password": PASSWORD})
    assert "The account rita is closed" in done(office, rita, "close")
    assert browser.get("/account/").status_code == 302
    assert authenticate(username="rita", password=PASSWORD) is None
    assert "The account rita is open again." in done(office, rita, "reopen")
    assert browser.get("/account/").status_code == 302  # what was ended stays ended
    assert authenticate(username="rita", password=PASSWORD) == rita
    assert logged() == ["rita closed", "rita opened again"]


def test_a_closed_account_gets_no_link(office, rita):
    rita.is_active = False
    rita.save()
    assert office.post(f"/accounts/{rita.pk}/link/").status_code == 404


def test_the_last_administrator_stays_one(office, boss, rita):
    assert LAST in done(office, boss, "role", role="reader")
    assert LAST in done(office, boss, "close")
    assert role_of(boss) == ADMINISTRATOR
    boss.refresh_from_db()
    assert boss.is_active
    assert logged() == []


def test_one_of_two_administrators_may_leave_and_a_closed_one_does_not_count(office, boss, rita):
    give_role(rita, ADMINISTRATOR)
    assert "rita is closed" in done(office, rita, "close")
    assert LAST in done(office, boss, "role", role="editor")
    done(office, rita, "reopen")
    assert "Your role is editor" in done(office, boss, "role", role="editor")


def test_what_is_done_twice_is_logged_once(office, rita):
    for _ in range(2):
        done(office, rita, "close")
        done(office, rita, "role", role="reader")
    assert logged() == ["rita closed"]


def test_what_the_log_says_is_never_changed(office, rita):
    done(office, rita, "close")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        AccountChange.objects.update(words="never happened")
    rita.delete()
    assert logged() == ["None closed"]


def test_an_account_that_there_is_not_is_a_404(office):
    assert office.get("/accounts/999999/").status_code == 404
    assert office.post("/accounts/999999/close/").status_code == 404

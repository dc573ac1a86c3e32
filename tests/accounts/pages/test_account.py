"""One's own account: role, e-mail address, and where it is signed in."""

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client

from accounts.emails import set_email
from tests.accounts.pages.conftest import PASSWORD


def shown(client) -> str:
    return client.get("/account/").content.decode()


@pytest.fixture
def elsewhere(rita):
    """Another browser of Rita's, on a phone."""
    client = Client(HTTP_USER_AGENT="Mozilla/5.0 (iPhone) Version/26.0 Safari/604.1")
    client.post("/sign-in/", {"username": "rita", "password": PASSWORD})
    return client


def is_signed_in(client) -> bool:
    return client.get("/account/").status_code == 200


def test_it_says_what_the_role_may(as_rita):
    assert "Your role is reader: you may keep lists." in shown(as_rita)


def test_who_has_no_role_is_told_so(as_rita, rita):
    rita.groups.clear()
    assert "Your account has no role yet" in shown(as_rita)


def test_sessions_are_listed_this_one_first(as_rita, elsewhere):
    page = shown(as_rita)
    assert page.index("Firefox on Linux") < page.index("Safari on iPhone")
    assert page.count("Sign out there") == 1


def test_a_session_is_ended_from_another(as_rita, elsewhere):
    row = UserSession.objects.get(session_key=elsewhere.session.session_key)
    as_rita.post("/account/sessions/", {"session": row.pk})
    assert not is_signed_in(elsewhere)
    assert is_signed_in(as_rita)


def test_all_others_are_ended_at_once(as_rita, elsewhere):
    as_rita.post("/account/sessions/", {"session": "others"})
    assert [is_signed_in(client) for client in (as_rita, elsewhere)] == [True, False]


@pytest.mark.parametrize("named", ["", "0", "x", "-1", "9" * 40, "²", "this", "other"])
def test_none_of_ones_own_others_is_none(as_rita, named, django_user_model):
    django_user_model.objects.create_user("mara", password=PASSWORD)
    mara = Client()
    mara.post("/sign-in/", {"username": "mara", "password": PASSWORD})
    keys = {"this": as_rita.session.session_key, "other": mara.session.session_key}
    if named in keys:
        named = str(UserSession.objects.get(session_key=keys[named]).pk)
    answer = as_rita.post("/account/sessions/", {"session": named}, follow=True)
    assert "There was nothing to sign out." in answer.content.decode()
    assert is_signed_in(mara)


def test_an_address_is_changed_by_who_knows_the_password(as_rita, rita):
    answer = as_rita.post("/account/email/", {"email": "Rita@new.example", "oldpassword": PASSWORD}, follow=True)
    assert "Your e-mail address is changed." in answer.content.decode()
    rita.refresh_from_db()
    assert rita.email == "rita@new.example"


@pytest.mark.parametrize(
    ("email", "password", "sentence"),
    [
        ("rita@new.example", "wrong", "This is not your password."),
        ("MARA@paper.example", PASSWORD, "Another account has this address."),
        ("no address", PASSWORD, "Enter a valid email address."),
    ],
)
def test_a_mistake_gets_a_sentence(as_rita, rita, django_user_model, email, password, sentence):
    set_email(django_user_model.objects.create_user("mara"), "mara@paper.example")
    assert sentence in as_rita.post("/account/email/", {"email": email, "oldpassword": password}).content.decode()
    rita.refresh_from_db()
    assert rita.email == "rita@paper.example"


def test_an_address_can_be_taken_away(as_rita, rita):
    as_rita.post("/account/email/", {"email": "", "oldpassword": PASSWORD})
    assert "E-mail address</dt>\n      <dd>none" in shown(as_rita)

"""Somebody with an account, and mail that is kept instead of sent."""

import pytest

from accounts.emails import set_email
from accounts.groups import give_role
from accounts.roles import READER

PASSWORD = "a long enough password"


@pytest.fixture
def rita(db, django_user_model):
    """A reader with an e-mail address."""
    user = django_user_model.objects.create_user("rita", password=PASSWORD)
    give_role(user, READER)
    set_email(user, "Rita@paper.example")
    return user


@pytest.fixture
def as_rita(client, rita):
    """A browser in which Rita signed in by the form."""
    client.post(
        "/sign-in/",
        {"username": "rita", "password": PASSWORD},
        HTTP_USER_AGENT="Mozilla/5.0 (X11; Linux) Firefox/140.0",
    )
    return client


@pytest.fixture
def mail(settings):
    """An archive that sends mail; pytest-django keeps it in `mailoutbox`."""
    settings.SENDS_MAIL = True

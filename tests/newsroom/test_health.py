"""The health page tells a monitor whether this process can serve."""

import pytest
from django.db import DatabaseError, connection


@pytest.mark.django_db
def test_it_answers_when_the_database_does(client):
    assert client.get("/health/").json() == {"database": "ok"}


@pytest.mark.django_db
def test_it_answers_503_when_the_database_is_away(client, monkeypatch):
    def away(*args):
        raise DatabaseError

    monkeypatch.setattr(connection, "cursor", away)
    answer = client.get("/health/")
    assert (answer.status_code, answer.json()) == (503, {"database": "away"})

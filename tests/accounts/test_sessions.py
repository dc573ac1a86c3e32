"""When an account was seen last, and the words for a browser."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.http import HttpResponse
from django.utils import timezone

from accounts import sessions
from accounts.sessions import browser_of
from tests.accounts.pages.conftest import as_rita, rita  # noqa: F401 (fixtures)
from tests.locks import locked_error


@pytest.fixture
def row(as_rita):  # noqa: F811
    """The row of Rita's session, last seen an hour ago."""
    UserSession.objects.update(last_seen_at=timezone.now() - timedelta(hours=1))
    return UserSession.objects.get()


def was_seen(row) -> bool:
    before = row.last_seen_at
    row.refresh_from_db()
    return row.last_seen_at > before


def test_a_request_is_noted_and_the_next_one_soon_after_is_not(as_rita, row):  # noqa: F811
    as_rita.get("/people/")
    assert was_seen(row)
    as_rita.get("/people/")
    assert not was_seen(row)


def test_no_page_waits_for_another_writer(as_rita, row, monkeypatch):  # noqa: F811
    tried = []

    def held(self, **values):
        tried.append(values)
        raise locked_error()

    monkeypatch.setattr("django.db.models.query.QuerySet.update", held)
    assert [as_rita.get("/people/").status_code for _ in range(2)] == [200, 200]
    assert len(tried) == 1  # the second page did not try


def test_strangers_are_not_looked_up(client, db, django_assert_num_queries):
    seen = sessions.SeenMiddleware(lambda request: HttpResponse())
    request = client.get("/health/").wsgi_request
    with django_assert_num_queries(0):
        seen(request)


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
        ("Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", "Chrome on Android"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/26.0 Safari/605.1.15", "Safari on macOS"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/26.0 Safari/604.1", "Safari on iPhone"),
        ("curl/8.0", "A browser"),
        ("", "A browser"),
    ],
)
def test_a_browser_in_words(user_agent, words):
    assert browser_of(user_agent) == words

"""Where an account is signed in, and when it was seen last.

allauth keeps a row for each session that somebody signed in with. When it was last used is written down once in ten
minutes at most, and not at all while another writer holds the database: no page waits for that.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from accounts.write_lock.noting import Noting

NOTED_EVERY = timedelta(minutes=10)
BROWSERS = {  # each calls itself by the names of those below it, too
    "Edg": "Edge",
    "OPR": "Opera",
    "Firefox": "Firefox",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "Mac OS X": "macOS",
    "CrOS": "ChromeOS",
    "Linux": "Linux",
}


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session as its owner sees it: by which browser, from which address, since when, last used when."""

    pk: int
    browser: str
    address: str
    begun: datetime
    seen: datetime
    is_this: bool


def open_sessions(request: HttpRequest) -> list[OpenSession]:
    """Return the sessions of who asks, this one first, then the one used last; those that ended are forgotten."""
    rows = UserSession.objects.purge_and_list(request.user)
    found = [
        OpenSession(
            row.pk,
            browser_of(row.user_agent),
            row.ip,
            row.created_at,
            row.last_seen_at,
            row.session_key == request.session.session_key,
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (one.is_this, one.seen), reverse=True)


def end_sessions(user: User, only: int | None = None, but: str | None = None) -> int:
    """End sessions of an account and return how many: all, `only` that row, or all `but` the one with that key."""
    rows = UserSession.objects.filter(user=user).exclude(session_key=but)
    ended = [row for row in rows if only in (None, row.pk)]
    for row in ended:
        row.end()
    return len(ended)


def browser_of(user_agent: str) -> str:
    """Say in words which browser it is, as far as it says so itself: "Firefox on Linux"."""
    browser = next((name for sign, name in BROWSERS.items() if sign in user_agent), "A browser")
    system = next((name for sign, name in SYSTEMS.items() if sign in user_agent), "")
    return f"{browser} on {system}" if system else browser


class SeenMiddleware:
    """Notes that an account was seen, where a session is sent along."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self._noting = Noting(NOTED_EVERY)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        answers_to_somebody = settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated
        if answers_to_somebody and not self._noting.is_held_off:
            self._note(str(request.session.session_key))
        return self.get_response(request)

    def _note(self, key: str) -> None:
        row = UserSession.objects.filter(session_key=key)
        seen = row.values_list("last_seen_at", flat=True).first()
        if seen is not None:
            self._noting.note(row, "last_seen_at", seen)

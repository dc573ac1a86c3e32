"""What editors typed and did not save waits in their sessions until they come back to its form (accounts/draft.py)."""

from collections.abc import Iterable
from importlib import import_module

from django.conf import settings
from django.contrib.sessions.models import Session

from accounts.draft import UNSAVED


def forget_unsaved(addresses: Iterable[str]) -> None:
    """Take the unsaved words of the forms at these addresses, and below them, out of all sessions."""
    about = tuple(addresses)
    store_of = import_module(settings.SESSION_ENGINE).SessionStore
    for session in Session.objects.iterator():
        path, _ = session.get_decoded().get(UNSAVED, ["", {}])
        if path.startswith(about):
            store = store_of(session.session_key)
            del store[UNSAVED]
            store.save()

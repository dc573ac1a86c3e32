"""The words of a form whose sender is no longer signed in: kept in the session until they are back, and given once.

Only a page that knows what is corrected keeps them, so nobody fills sessions with words for what does not exist.
"""

from typing import Any

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict

UNSAVED = "unsaved"  # in the session: the address and the fields
LONGEST = 10_000  # characters
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 -- the field's name; a new sign-in brings a new one


def keep(request: HttpRequest) -> None:
    """Keep what a form says; one that is too long is not kept, since half of somebody's words would mislead."""
    fields = {name: values for name, values in request.POST.lists() if name != TOKEN}
    if fields and sum(len(name) + sum(map(len, values)) for name, values in fields.items()) <= LONGEST:
        request.session[UNSAVED] = [request.path, fields]


def take(request: HttpRequest) -> MultiValueDict[str, Any] | None:
    """Return what this address was sent before its sender had to sign in again, once."""
    path, fields = request.session.get(UNSAVED, ["", {}])
    if path != request.path:
        return None
    del request.session[UNSAVED]
    return MultiValueDict(fields)

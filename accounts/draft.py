"""The words of a form whose sender is no longer signed in, on their way through the sign-in, and given once.

The page that asks to sign in carries them, signed, and hands them on; only then, when it is known whose they are, the
session keeps them. So nothing that a stranger sends is stored.
"""

from contextlib import suppress
from typing import Any

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.datastructures import MultiValueDict

from accounts.forms import SignInForm

UNSAVED = "unsaved"  # the sign-in's field, signed; in the session: the address and the fields
LONGEST = 10_000  # characters
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 -- the field's name; a new sign-in brings a new one
TEMPLATE = "account/login.html"


def ask_to_sign_in(request: HttpRequest, back: str = "") -> HttpResponse:
    """Return the page to sign in at, carrying what a form says, which leads on to where it was sent, or `back`.

    One that is too long is not carried, since half of somebody's words would mislead.
    """
    fields = typed(request)
    fits = (fields or back) and sum(len(name) + sum(map(len, values)) for name, values in fields.items()) <= LONGEST
    unsaved = signing.dumps([request.path, fields], salt=UNSAVED, compress=True) if fits else ""
    context = {"form": SignInForm(request=request), "next": back or request.get_full_path(), UNSAVED: unsaved}
    return render(request, TEMPLATE, context)


def typed(request: HttpRequest) -> dict[str, list[str]]:
    """Return the fields of a form that was sent, but for the token."""
    return {name: values for name, values in request.POST.lists() if name != TOKEN}


def keep(request: HttpRequest) -> None:
    """Keep what the sign-in carried, in the session of who has just signed in."""
    with suppress(signing.BadSignature):  # there is none, as a rule
        request.session[UNSAVED] = signing.loads(request.POST.get(UNSAVED, ""), salt=UNSAVED)


def take(request: HttpRequest) -> MultiValueDict[str, Any] | None:
    """Return what this address was sent before its sender had to sign in again, once."""
    path, fields = kept(request)
    if path != request.path:
        return None
    del request.session[UNSAVED]
    return MultiValueDict(fields)


def kept(request: HttpRequest) -> tuple[str, dict[str, list[str]]]:
    """Return the address that something was sent to before its sender had to sign in again, and the fields."""
    path, fields = request.session.get(UNSAVED, ["", {}])
    return path, fields

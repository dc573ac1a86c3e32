"""The words of a form whose sender is no longer signed in, on their way through the sign-in, and given once.

The page that asks to sign in carries them, signed, and hands them on; only then, when it is known whose they are, the
session keeps them. So nothing that a stranger sends is stored.
"""

from contextlib import suppress
from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.datastructures import MultiValueDict

UNSAVED = "unsaved"  # the sign-in's field, signed; in the session: the address and the fields
LONGEST = 10_000  # characters
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 -- the field's name; a new sign-in brings a new one
TEMPLATE = "sign_in.html"


class SignIn(LoginView):
    """The page to sign in at; an unsaved form that it carries waits at its address for who signed in."""

    template_name = TEMPLATE

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """Carry an unsaved form on, after a mistake."""
        return super().get_context_data(**context) | {UNSAVED: self.request.POST.get(UNSAVED, "")}

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Sign in, and keep an unsaved form in the session of who did."""
        answer = super().form_valid(form)
        with suppress(signing.BadSignature):  # there is none, as a rule
            self.request.session[UNSAVED] = signing.loads(self.request.POST.get(UNSAVED, ""), salt=UNSAVED)
        return answer


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """Return the page to sign in at, carrying what a form says.

    One that is too long is not carried, since half of somebody's words would mislead.
    """
    fields = {name: values for name, values in request.POST.lists() if name != TOKEN}
    fits = fields and sum(len(name) + sum(map(len, values)) for name, values in fields.items()) <= LONGEST
    unsaved = signing.dumps([request.path, fields], salt=UNSAVED, compress=True) if fits else ""
    form = AuthenticationForm(request)
    return render(request, TEMPLATE, {"form": form, "next": request.get_full_path(), UNSAVED: unsaved})


def take(request: HttpRequest) -> MultiValueDict[str, Any] | None:
    """Return what this address was sent before its sender had to sign in again, once."""
    path, fields = request.session.get(UNSAVED, ["", {}])
    if path != request.path:
        return None
    del request.session[UNSAVED]
    return MultiValueDict(fields)

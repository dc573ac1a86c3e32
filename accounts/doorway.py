"""The one doorway: whether somebody may do something, asked by every view and every template.

Views take `@requires(CORRECT)` or, where they are classes, the mixin `Requires`; templates ask `{% if may.correct %}`;
all else asks `may`. A stranger is asked to sign in and comes back; who is signed in and may not gets the
page 403 with the sentence that says who may.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, NoReturn, TypeVar, cast

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser, User
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.generic import View
from django_htmx.http import HttpResponseClientRedirect

from accounts import draft
from accounts.groups import role_of
from accounts.permissions import IN_WORDS, codename
from accounts.roles import first_with

PageView = TypeVar("PageView", bound=Callable[..., HttpResponseBase])


def may(user: User | AnonymousUser, permission: str) -> bool:
    """Say whether a user may do something; closed accounts and strangers may nothing."""
    return user.has_perm(permission)


def requires(permission: str) -> Callable[[PageView], PageView]:
    """Open a view to those alone who have a permission.

    What a stranger sent is offered to be sent again after signing in, on a page of its own: many such views only take.
    """

    def guard(view: PageView) -> PageView:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not may(request.user, permission):
                return turn_away(request, permission, back=reverse("unsaved"))
            return view(request, *args, **kwargs)

        return cast("PageView", guarded)

    return guard


class Requires(View):
    """A page, made as a class, that is open to those alone who have its `permission`.

    What a stranger sent is back in the page's form after signing in, where it `takes_drafts` (`accounts.draft.take`).
    """

    permission: str
    takes_drafts = False

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let in or turn away."""
        if not may(request.user, self.permission):
            return turn_away(request, self.permission, back="" if self.takes_drafts else reverse("unsaved"))
        return super().dispatch(request, *args, **kwargs)


def turn_away(request: HttpRequest, permission: str, back: str = "") -> HttpResponseBase:
    """Ask a stranger to sign in, who then is led back to the page, or to `back` with what was sent.

    Raises PermissionDenied, with a sentence, for anybody else. With htmx the browser goes to the page itself, which
    says it: a page to sign in at is none to stand in the place of a form.
    """
    stranger = not request.user.is_authenticated
    if stranger and request.method == "POST":
        return draft.ask_to_sign_in(request, back)
    if request.headers.get("HX-Request") and request.method == "GET":
        return HttpResponseClientRedirect(request.get_full_path())
    if stranger:
        return redirect_to_login(request.get_full_path())
    raise PermissionDenied(who_may(request.user, permission))


def refuse(user: User | AnonymousUser, permission: str) -> NoReturn:
    """Raise PermissionDenied with the sentence that says who may, for views that know only half-way what it takes."""
    raise PermissionDenied(who_may(user, permission))


def who_may(user: User | AnonymousUser, permission: str) -> str:
    """Return the sentence for somebody who is signed in and may not."""
    role = role_of(user)
    yours = f"you are signed in as {role.with_article}" if role else "your account has no role yet"
    return f"It takes {first_with(permission).with_article} to {IN_WORDS[permission]}; {yours}."


class SignedInRequest(HttpRequest):
    """A request behind this doorway, where it is known whose it is."""

    user: User


signed_in = login_required  # opens a view to everybody who has an account


class May:
    """What a template asks: `may.correct` for the permission CORRECT. Raises KeyError for one that there is not."""

    _permissions = {codename(permission): permission for permission in IN_WORDS}

    def __init__(self, user: User | AnonymousUser) -> None:
        self._user = user

    def __getitem__(self, name: str) -> bool:
        return may(self._user, self._permissions[name])


def may_in_templates(request: HttpRequest) -> dict[str, Any]:
    """Give templates `may`. Errors on the way may have no user yet, who then counts as a stranger."""
    return {"may": May(getattr(request, "user", AnonymousUser()))}

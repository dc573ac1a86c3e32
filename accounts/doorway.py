"""The one doorway: whether somebody may do something, asked by every view and every template.

Views take `@requires(CORRECT)` or, where they are classes, the mixin `Requires`; templates ask `{% if may.correct %}`;
all else asks `may`. A stranger is asked to sign in and comes back; who is signed in and may not gets the
page 403 with the sentence that says who may.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, NoReturn, TypeVar, cast

from django.contrib.auth.models import AnonymousUser, User
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.generic import View

from accounts.groups import role_of
from accounts.permissions import IN_WORDS, codename
from accounts.roles import first_with

PageView = TypeVar("PageView", bound=Callable[..., HttpResponseBase])


def may(user: User | AnonymousUser, permission: str) -> bool:
    """Say whether a user may do something; closed accounts and strangers may nothing."""
    return user.has_perm(permission)


def requires(permission: str) -> Callable[[PageView], PageView]:
    """Open a view to those alone who have a permission."""

    def guard(view: PageView) -> PageView:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not may(request.user, permission):
                return turn_away(request, permission)
            return view(request, *args, **kwargs)

        return cast("PageView", guarded)

    return guard


class Requires(View):
    """A page, made as a class, that is open to those alone who have its `permission`."""

    permission: str

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let in or turn away."""
        if not may(request.user, self.permission):
            return self.turn_away(request)
        return super().dispatch(request, *args, **kwargs)

    def turn_away(self, request: HttpRequest) -> HttpResponseBase:
        """Answer somebody who may not."""
        return turn_away(request, self.permission)


def turn_away(request: HttpRequest, permission: str) -> HttpResponseBase:
    """Ask a stranger to sign in. Raises PermissionDenied, with a sentence, for anybody else."""
    if request.user.is_authenticated:
        refuse(request.user, permission)
    return redirect_to_login(request.get_full_path())


def refuse(user: User, permission: str) -> NoReturn:
    """Raise PermissionDenied with the sentence that says who may."""
    role = role_of(user)
    yours = f"you are signed in as {role.with_article}" if role else "your account has no role yet"
    raise PermissionDenied(f"It takes {first_with(permission).with_article} to {IN_WORDS[permission]}; {yours}.")


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

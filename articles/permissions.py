"""Who may do what: reading is for everybody, correcting is for editors."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.models import AnonymousUser, User
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

EDITORS = "Editors"
CORRECT = "articles.add_correction"

Page = Callable[..., HttpResponse]


def may_correct(user: User | AnonymousUser) -> bool:
    """Say whether this user may correct what was imported or found."""
    return user.has_perm(CORRECT)


def editors_only(page: Page) -> Page:
    """Open a page to editors: a stranger is asked to sign in and comes back, a reader who is signed in gets 403."""

    @wraps(page)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not may_correct(request.user):
            raise PermissionDenied("Only editors may correct.")
        return page(request, *args, **kwargs)

    return guarded

"""Who may do what: reading is for everybody, correcting is for editors."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.models import AnonymousUser, User
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict

EDITORS = "Editors"
CORRECT = "articles.add_correction"

UNSAVED = "unsaved"  # in the session: the address and the fields of a form that came too late
LONGEST_UNSAVED = 50_000  # characters

Page = Callable[..., HttpResponse]


def may_correct(user: User | AnonymousUser) -> bool:
    """Say whether this user may correct what was imported or found."""
    return user.has_perm(CORRECT)


def editors_only(page: Page) -> Page:
    """Open a page to editors: a stranger is asked to sign in and comes back, a reader who is signed in gets 403."""

    @wraps(page)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.is_authenticated:
            _keep_unsaved(request)
            return redirect_to_login(request.get_full_path())
        if not may_correct(request.user):
            raise PermissionDenied("Only editors may correct.")
        return page(request, *args, **kwargs)

    return guarded


def _keep_unsaved(request: HttpRequest) -> None:
    """Keep what a form says whose sender is no longer signed in, until they are back."""
    fields = request.POST.urlencode()
    if request.method == "POST" and len(fields) <= LONGEST_UNSAVED:
        request.session[UNSAVED] = [request.path, fields]


def take_unsaved(request: HttpRequest) -> QueryDict | None:
    """Return what this address was sent before its sender had to sign in again, once."""
    path, fields = request.session.get(UNSAVED, ["", ""])
    if path != request.path:
        return None
    del request.session[UNSAVED]
    return QueryDict(fields)

"""Who may do what: reading is for everybody, correcting is for editors.

Views ask with Django's own `PermissionRequiredMixin` or `permission_required` and the permission `CORRECT`: a stranger
is asked to sign in and comes back, a reader who is signed in gets 403.
"""

from collections.abc import Callable
from typing import TypeVar

from django.contrib.auth.decorators import login_required, permission_required
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpResponseBase

EDITORS = "Editors"
CORRECT = "articles.add_correction"

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def may_correct(user: User | AnonymousUser) -> bool:
    """Say whether this user may correct what was imported or found."""
    return user.has_perm(CORRECT)


def editors_only(view: View) -> View:
    """Open a view to editors alone."""
    return login_required(permission_required(CORRECT, raise_exception=True)(view))

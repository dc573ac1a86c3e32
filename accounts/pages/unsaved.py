"""What somebody sent whose session had ended, to be looked at and sent again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts import draft
from accounts.doorway import signed_in


@require_safe
@signed_in
def unsaved(request: HttpRequest) -> HttpResponse:
    """Show what was carried through the sign-in, with a button that sends it."""
    address, fields = draft.kept(request)
    return render(request, "account/unsaved.html", {"address": address, "fields": fields})

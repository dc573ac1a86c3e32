"""What somebody reads whose form came without its token, or with an old one: nothing is saved, and no word is lost.

A form that another site sends in somebody's name comes without a token too, and must not be made valid by one click. So
the words are offered to be sent again only to who is signed in and sent them from a page of the archive, by the header
Origin, which a browser writes itself; everything that would be sent is in sight. Where a browser sends no Origin the
words are shown, to be copied; what another site sent is not shown at all. Passwords are never shown.
"""

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.http.request import UnreadablePostError
from django.shortcuts import render

from accounts import draft


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose token is missing or old; Django gives its reason, which is for programmers."""
    origin = request.headers.get("Origin")
    ours = origin == f"{request.scheme}://{request.get_host()}"
    fields = _words(request) if ours or origin is None else {}
    context = {
        "address": request.get_full_path(),
        "fields": fields,
        "may_send_again": ours and fields and request.user.is_authenticated,
        "elsewhere": origin is not None and not ours,
    }
    return render(request, "account/stale_form.html", context, status=403)


def _words(request: HttpRequest) -> dict[str, list[str]]:
    """Return what was typed; nothing of a form with a password or a file in it, or of one that can't be read."""
    try:
        fields = draft.typed(request)
        return {} if request.FILES or any("password" in name.lower() for name in fields) else fields
    except (UnreadablePostError, SuspiciousOperation):
        return {}

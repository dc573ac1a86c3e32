"""Which marks a reader wants in a text: check boxes that the page obeys without a script, kept in a cookie.

The cookie names what is switched off, divided by dots; whatever else it says counts for nothing. It is the visitor's
own and no session, so the archive keeps nothing; and as it changes only how a page looks, the form needs no token, and
the pages that have it set no cookie.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_noop
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from articles.pages.htmx import HtmxRequest

COOKIE = "marks_off"
A_YEAR = 365 * 24 * 60 * 60  # seconds
LABELS = {
    "quotations": gettext_noop("Quotations"),
    "reported": gettext_noop("Reported words"),
    "people": gettext_noop("People"),
    "countries": gettext_noop("Countries"),
}


@dataclass(frozen=True, slots=True)
class MarkSwitch:
    """A check box for one kind of mark."""

    name: str
    label: str
    on: bool


def switches(cookies: Mapping[str, str]) -> list[MarkSwitch]:
    """Return the check boxes as this visitor left them."""
    off = set(cookies.get(COOKIE, "").split("."))
    return [MarkSwitch(name, label, name not in off) for name, label in LABELS.items()]


@csrf_exempt
@require_POST
def switch_marks(request: HtmxRequest) -> HttpResponse:
    """Remember which boxes are checked, and go back to the page they stand on; htmx stays there."""
    answer = HttpResponse(status=HTTPStatus.NO_CONTENT) if request.htmx else HttpResponseRedirect(_back(request))
    off = [name for name in LABELS if name not in request.POST]
    if off:
        answer.set_cookie(
            COOKIE, ".".join(off), A_YEAR, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax"
        )
    else:
        answer.delete_cookie(COOKIE, samesite="Lax")
    return answer


def _back(request: HtmxRequest) -> str:
    """The page of this site that the form names, else the front page."""
    address = request.POST.get("next", "")
    ours = address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if ours else "/"

"""Inviting somebody, and giving somebody a link by which the password of their account is set."""

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_POST

from accounts.doorway import SignedInRequest, requires
from accounts.forms import InvitationForm
from accounts.managing import invite, make_link
from accounts.permissions import MANAGE_ACCOUNTS


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE_ACCOUNTS)
def invitation(request: SignedInRequest) -> HttpResponse:
    """Make an account with a role, and show the link for whom it is."""
    form = InvitationForm(request.POST or None)
    if not form.is_valid():
        return render(request, "accounts/invite.html", {"form": form, "sends_mail": settings.SENDS_MAIL})
    user = invite(form.cleaned_data["name"], form.cleaned_data["email"], form.cleaned_data["role"], request.user)
    return _show_link(request, user)


@require_POST
@requires(MANAGE_ACCOUNTS)
def account_link(request: SignedInRequest, pk: int) -> HttpResponse:
    """Make another link, for who forgot the password or let the first one grow old."""
    return _show_link(request, get_object_or_404(User, pk=pk, is_active=True))


def _show_link(request: SignedInRequest, user: User) -> HttpResponse:
    """Show a link, this once, and mail it where the archive sends mail and the account has an address."""
    link = make_link(user, request.user)
    mailed = None
    if settings.SENDS_MAIL and user.email:
        context = {"user": user, "link": link, "by": request.user}
        mailed = get_adapter(request).send_mail("account/email/invitation", user.email, context)
    return render(request, "accounts/link.html", {"account": user, "link": link, "mailed": mailed})

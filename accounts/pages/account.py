"""One's own account: name and role, e-mail address, password, and where it is signed in."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from accounts.doorway import SignedInRequest, signed_in
from accounts.emails import set_email
from accounts.forms import EmailForm, TokenForm
from accounts.groups import role_of
from accounts.limits.sign_in import take_back
from accounts.permissions import IN_WORDS
from accounts.roles import permissions_of
from accounts.sessions import end_sessions, open_sessions
from accounts.tokens import tokens_of

DIGITS = 19  # what the number of a row has fewer of; 0 is none's


@require_safe
@signed_in
def account(request: SignedInRequest) -> HttpResponse:
    """Show who is signed in their account."""
    role = role_of(request.user)
    context = {
        "role": role,
        "allowed": [IN_WORDS[permission] for permission in permissions_of(role)] if role else [],
        "sessions": open_sessions(request),
        "tokens": tokens_of(request.user),
        "token_form": TokenForm(),
    }
    return render(request, "account/account.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def email(request: SignedInRequest) -> HttpResponse:
    """Set another e-mail address, which takes the password: links are sent there."""
    form = EmailForm(request.user, request.POST or None, initial={"email": request.user.email})
    if not form.is_valid():
        return render(request, "account/email.html", {"form": form})
    take_back(request)  # the password was right
    set_email(request.user, form.cleaned_data["email"])
    messages.success(request, "Your e-mail address is changed.")
    return redirect("account")


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def sessions(request: SignedInRequest) -> HttpResponseRedirect:
    """End one other session of one's own, or all of them."""
    if request.method == "POST":
        named = request.POST.get("session", "")
        only = None if named == "others" else int(named) if named.isdecimal() and len(named) < DIGITS else 0
        ended = end_sessions(request.user, only, but=request.session.session_key)
        messages.success(request, "You are signed out there." if ended else "There was nothing to sign out.")
    return redirect("account")

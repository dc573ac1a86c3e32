"""One's own tokens for the API: made and revoked on the page of one's account."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_POST

from accounts.doorway import SignedInRequest, requires
from accounts.forms import TokenForm
from accounts.permissions import USE_TOKENS
from accounts.tokens import TokenError, make_token, revoke_token

DIGITS = 19  # what the number of a row has fewer of


@require_POST
@requires(USE_TOKENS)
def new_token(request: SignedInRequest) -> HttpResponseBase:
    """Make a token and show what it says, this once."""
    form = TokenForm(request.POST)
    try:
        if not form.is_valid():
            raise TokenError(" ".join(map(str, form.errors["name"])))
        said = make_token(request.user, form.cleaned_data["name"])
    except TokenError as error:
        messages.error(request, f"No token was made. {error}")
        return redirect("account")
    return _shown_once(request, said, form.cleaned_data["name"])


def _shown_once(request: SignedInRequest, said: str, name: str) -> HttpResponse:
    answer = render(request, "account/token.html", {"said": said, "name": name})
    add_never_cache_headers(answer)
    return answer


@require_POST
@requires(USE_TOKENS)
def end_token(request: SignedInRequest) -> HttpResponseBase:
    """Revoke a token of one's own."""
    number = request.POST.get("token", "")
    known = number.isascii() and number.isdecimal() and len(number) < DIGITS
    revoked = known and revoke_token(request.user, int(number))
    messages.success(request, "The token is revoked." if revoked else "There was no such token to revoke.")
    return redirect("account")

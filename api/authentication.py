"""Whose token a program sends along: the limiter counts for its account, and a token that is none is refused.

Everybody may ask without one, since all that is answered is public.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from accounts.doorway import may
from accounts.models import ApiToken
from accounts.permissions import USE_TOKENS
from accounts.tokens import token_saying

SPACE, BEFORE_V1 = "api-v1", "api-search"  # the addresses at which tokens are read
SCHEME = "bearer"
NONE_SUCH = "This token is none, or was revoked: make another one on the page of your account, or send none."
MAY_NOT = "The account of this token may have none any more: ask an administrator, or send none."


class TokenMiddleware:
    """Reads the token of a request to the API; it stands before the limiter, which counts by whom it was asked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> None:
        """Set `token_account`, the number of the token's account, or `token_refusal`, a sentence."""
        match, said = request.resolver_match, _sent(request)
        if match and said and (match.namespace == SPACE or match.url_name == BEFORE_V1):
            token = token_saying(said)
            refusal = _refusal(token)
            request.token_refusal = refusal  # type: ignore[attr-defined]
            request.token_account = token.owner_id if token and not refusal else None  # type: ignore[attr-defined]


def refusal_of(request: HttpRequest) -> str:
    """Return why a request's token is refused, in a sentence; nothing where it is not, or there is none."""
    return str(getattr(request, "token_refusal", ""))


def _sent(request: HttpRequest) -> str:
    """Return what follows Bearer in the header; another scheme is somebody else's, as a proxy's."""
    scheme, _, said = request.headers.get("Authorization", "").strip().partition(" ")
    return said.strip() if scheme.lower() == SCHEME else ""


def _refusal(token: ApiToken | None) -> str:
    if token is None:
        return NONE_SUCH
    return "" if may(token.owner, USE_TOKENS) else MAY_NOT

"""The brake on those who try passwords: wrong ones are counted by address, and by address and name together.

Never by the name alone: a stranger who knows an editor's name could lock the editor out. So a guesser at one address
gets a few tries at a name, and not many more at all names together, while the editor signs in from elsewhere.

A try is counted before the password is looked at, and taken back when it was right: of many tries at once none is
free. What a right one takes back is all wrong ones at its name, and itself at its address.
"""

import unicodedata
from typing import Any

from allauth.account.signals import password_changed
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from accounts.limits.limiter import get_limiter
from accounts.limits.rates import rates
from accounts.limits.refusal import Refusal
from accounts.limits.visitor import address_of, secret_key

WRONG = "There were too many wrong passwords."
BY_NAME, BY_ADDRESS = "sign_in", "sign_in_address"


def try_password(request: HttpRequest) -> Refusal | None:
    """Count a form of a name and a password as a wrong one; return a refusal where there were too many.

    Who is signed in and types the password once more, to set another one, sends no name.
    """
    name = request.POST.get("username", "") or request.user.get_username()
    if not (name and (request.POST.get("password") or request.POST.get("oldpassword"))):
        return None
    by_name, by_address = _keys(address_of(request), name)
    limiter = get_limiter()
    waits = (limiter.hit(BY_NAME, rates()[BY_NAME], by_name), limiter.hit(BY_ADDRESS, rates()[BY_ADDRESS], by_address))
    if any(waits):
        return Refusal(WRONG, max(waits))
    request.password_tried_as = by_name, by_address  # type: ignore[attr-defined]
    return None


@receiver((user_logged_in, password_changed), dispatch_uid="accounts.limits.sign_in")
def take_back(request: HttpRequest | None = None, **of_the_signal: Any) -> None:
    """The password was right."""
    if tried := getattr(request, "password_tried_as", None):
        by_name, by_address = tried
        get_limiter().forget(BY_NAME, rates()[BY_NAME], by_name)
        get_limiter().take_back(BY_ADDRESS, rates()[BY_ADDRESS], by_address)


def _keys(address: str, name: str) -> tuple[str, str]:
    """Return the keys of an address with a name, however it is written, and of the address."""
    spelt = unicodedata.normalize("NFKC", name).casefold().strip()
    return secret_key("sign-in", address, spelt), secret_key("sign-in", address)

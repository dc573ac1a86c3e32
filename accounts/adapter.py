"""Where allauth asks the archive: its words, whose address a request comes from, what happens to mail.

Sign-up is closed by a setting (`ACCOUNT_SIGNUP_ENABLED`), and no address leads to it. allauth's own limits are off:
they count in the memory of each process, and `accounts.limits` counts for all of them together.
"""

import logging
from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.urls import reverse

from accounts.limits.visitor import client_ip

WRONG = "This name and this password do not belong together. Mind capital letters in the password."
log = logging.getLogger(__name__)


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """What the archive does otherwise than allauth."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": WRONG,
        "email_password_mismatch": WRONG,
        "enter_current_password": "This is not your password.",
    }

    def is_ajax(self, request: HttpRequest) -> bool:
        """Answer everybody with pages."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the address that asks, as far as the proxies in front can be believed."""
        return client_ip(request)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Lead back to one's account."""
        return reverse("account")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> bool:
        """Send a mail and say whether it went; where the mail server does not take it, the log says why.

        A stranger is answered alike either way: who could tell would learn which addresses have an account.
        """
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, SMTPException):
            log.exception("A mail could not be sent: %s", template_prefix)
            return False
        return True

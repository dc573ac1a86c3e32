"""Passwords: another one, or a link by mail where it is forgotten."""

from typing import Any

from allauth.account.views import PasswordResetFromKeyView, PasswordResetView
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse_lazy


class Forgotten(PasswordResetView):  # type: ignore[misc]  # allauth ships no types
    """Sends a link to the address of an account; where the archive sends no mail it says who can help."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Send the link, and say the same whether there is such an account or not."""
        answer: HttpResponse = super().post(request, *args, **kwargs) if settings.SENDS_MAIL else self.get(request)
        return answer

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """Say whether mail is sent."""
        data: dict[str, Any] = super().get_context_data(**context)
        return data | {"sends_mail": settings.SENDS_MAIL}


class NewPassword(PasswordResetFromKeyView):  # type: ignore[misc]
    """Sets a password for who came by a link of a mail or an invitation, and leads to the sign-in."""

    success_url = reverse_lazy("sign-in")

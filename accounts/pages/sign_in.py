"""Signing in and out."""

from typing import Any

from allauth.account.views import LoginView, LogoutView
from django.http import HttpResponse

from accounts import draft
from accounts.forms import SignInForm


class SignIn(LoginView):  # type: ignore[misc]  # allauth ships no types
    """The page to sign in at; an unsaved form that it carries waits at its address for who signed in."""

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """Carry on, after a mistake, an unsaved form and where to go."""
        data: dict[str, Any] = super().get_context_data(**context)
        return data | {draft.UNSAVED: self.request.POST.get(draft.UNSAVED, ""), "next": data["redirect_field_value"]}

    def form_valid(self, form: SignInForm) -> HttpResponse:
        """Sign in, and keep an unsaved form in the session of who did; a closed account gets none."""
        answer: HttpResponse = super().form_valid(form)
        if not form.user.is_active:
            self.request.session.flush()
        if self.request.user.is_authenticated:
            draft.keep(self.request)
        return answer


class SignOut(LogoutView):  # type: ignore[misc]
    """Ends the session, by a button alone: a link could be followed by mistake."""

    http_method_names = ["post"]

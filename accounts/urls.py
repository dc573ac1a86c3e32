"""The addresses of accounts; those that allauth leads to have the names that it knows them by."""

from allauth.account import views as allauth
from django.urls import path, register_converter
from django.urls.converters import StringConverter

from accounts.pages.account import account, email, sessions
from accounts.pages.inviting import account_link, invitation
from accounts.pages.managing import (
    account_changes,
    account_role,
    accounts,
    close_account,
    managed_account,
    reopen_account,
)
from accounts.pages.passwords import Forgotten, NewPassword
from accounts.pages.sign_in import SignIn, SignOut
from accounts.pages.tokens import end_token, new_token
from accounts.pages.unsaved import unsaved


class Base36Converter(StringConverter):
    """The number of an account as a link has it: letters and digits, no hyphen, which ends it."""

    regex = "[0-9A-Za-z]+"


register_converter(Base36Converter, "base36")

urlpatterns = [
    path("sign-in/", SignIn.as_view(), name="sign-in"),
    path("sign-in/", SignIn.as_view(), name="account_login"),
    path("sign-in/closed/", allauth.account_inactive, name="account_inactive"),
    path("sign-in/unsaved/", unsaved, name="unsaved"),
    path("sign-in/forgotten/", Forgotten.as_view(), name="account_reset_password"),
    path("sign-in/forgotten/sent/", allauth.password_reset_done, name="account_reset_password_done"),
    path(
        "sign-in/new-password/<base36:uidb36>-<str:key>/",
        NewPassword.as_view(),
        name="account_reset_password_from_key",
    ),
    path("sign-out/", SignOut.as_view(), name="sign-out"),
    path("account/", account, name="account"),
    path("account/email/", email, name="account-email"),
    path("account/password/", allauth.password_change, name="account_change_password"),
    path("account/sessions/", sessions, name="account-sessions"),
    path("account/tokens/", new_token, name="new-token"),
    path("account/tokens/revoke/", end_token, name="end-token"),
    path("accounts/", accounts, name="accounts"),
    path("accounts/invite/", invitation, name="invite"),
    path("accounts/changes/", account_changes, name="account-changes"),
    path("accounts/<int:pk>/", managed_account, name="managed-account"),
    path("accounts/<int:pk>/role/", account_role, name="account-role"),
    path("accounts/<int:pk>/close/", close_account, name="close-account"),
    path("accounts/<int:pk>/reopen/", reopen_account, name="reopen-account"),
    path("accounts/<int:pk>/link/", account_link, name="account-link"),
]

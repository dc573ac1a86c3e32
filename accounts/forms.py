"""The forms of accounts: allauth's, in the archive's words."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ResetPasswordForm, ResetPasswordKeyForm
from django import forms
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import password_validators_help_texts
from django.contrib.auth.validators import UnicodeUsernameValidator

from accounts.emails import is_taken
from accounts.roles import BY_NAME, ROLES, Role

LONGEST = 254  # characters of a name or an e-mail address


def plain(field: forms.Field, label: str, help_text: str = "") -> None:
    """Give a field of allauth's this label and help instead of its own, and no words inside it."""
    field.label, field.help_text = label, help_text
    field.widget.attrs.pop("placeholder", None)


def rules() -> str:
    """Return what a password must be, in sentences."""
    return " ".join(password_validators_help_texts())


class SignInForm(LoginForm):  # type: ignore[misc]  # allauth ships no types
    """A name or an e-mail address, and a password.

    The first field has Django's name, as the form at /admin/ has it: the brake on passwords reads both alike.
    """

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        widget = forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "autofocus": True})
        name = forms.CharField(label="Name or e-mail address", max_length=LONGEST, widget=widget)
        password = self.fields["password"]
        plain(password, "Password")
        self.fields = {"username": name, "password": password}

    def clean(self) -> Any:
        """Hand the name on under the name that allauth has for it."""
        self.cleaned_data["login"] = self.cleaned_data.get("username", "")
        return super().clean()


class PasswordChangeForm(ChangePasswordForm):  # type: ignore[misc]
    """The password that holds, and twice the new one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plain(self.fields["oldpassword"], "Your password now")
        plain(self.fields["password1"], "New password", rules())
        plain(self.fields["password2"], "New password once more")


class NewPasswordForm(ResetPasswordKeyForm):  # type: ignore[misc]
    """Twice the new password, for who came by a link."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plain(self.fields["password1"], "New password", rules())
        plain(self.fields["password2"], "New password once more")


class EmailForm(forms.Form):
    """Another e-mail address, or none, for who knows the password. `user` is whose address it is to be."""

    email = forms.EmailField(label="E-mail address", required=False, max_length=LONGEST)
    oldpassword = forms.CharField(
        label="Your password", widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}), strip=False
    )

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        self._user = user
        super().__init__(*args, **kwargs)
        self.fields["email"].help_text = "You may sign in with it; a link is sent there where you forgot your password."

    def clean_email(self) -> str:
        """Refuse an address that another account has."""
        return free_email(self.cleaned_data["email"], of=self._user)

    def clean_oldpassword(self) -> None:
        """Refuse a password that is not the account's."""
        if not self._user.check_password(self.cleaned_data["oldpassword"]):
            raise forms.ValidationError("This is not your password.")


class InvitationForm(forms.Form):
    """Whom an administrator invites: a name to sign in with, an e-mail address, a role."""

    name = forms.CharField(label="Name to sign in with", max_length=150, validators=[UnicodeUsernameValidator()])
    email = forms.EmailField(label="E-mail address", required=False, max_length=LONGEST)
    role = forms.ChoiceField(label="Role", choices=[(role.name, role.name) for role in ROLES])

    def clean_name(self) -> str:
        """Refuse a name that leads to another account already; it is kept in the form that Django gives names."""
        name = str(User.normalize_username(self.cleaned_data["name"]))
        if User.objects.filter(username__iexact=name).exists() or is_taken(name):
            raise forms.ValidationError("Somebody has this name already.")
        return name

    def clean_email(self) -> str:
        """Refuse an address that another account has."""
        return free_email(self.cleaned_data["email"])

    def clean_role(self) -> Role:
        """Return the role itself."""
        return BY_NAME[self.cleaned_data["role"]]


class TokenForm(forms.Form):
    """The name by which an owner knows a token."""

    name = forms.CharField(
        label="What it is for",
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Say what it is for.", "max_length": "Say it in 60 characters."},
    )


def free_email(email: str, of: User | None = None) -> str:
    """Return an e-mail address. Raises ValidationError where it leads to another account than this one."""
    name = User.objects.filter(username__iexact=email)
    if email and (is_taken(email, by_others_than=of) or (name.exclude(pk=of.pk) if of else name).exists()):
        raise forms.ValidationError("Another account has this address.")
    return email


class ForgottenForm(ResetPasswordForm):  # type: ignore[misc]
    """The e-mail address to send a link to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plain(self.fields["email"], "E-mail address of your account")
        self.fields["email"].max_length = LONGEST

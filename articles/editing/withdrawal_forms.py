"""The forms by which an article is withdrawn, restored or erased."""

from typing import Any

from django import forms

from articles.editing.forms import ReasonForm
from articles.models import WithdrawalKind
from articles.withdrawal.withdraw import Ground

WHO_READS = "Chief editors read it, readers don’t."
NO_REASON = "Say why, in words."


class WhyForm(ReasonForm):
    """Why an article goes or comes back, in words that other chief editors read."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = WHO_READS

    def clean_reason(self) -> str:
        """Refuse a reason without a word."""
        reason: str = self.cleaned_data["reason"]
        if not any(map(str.isalnum, reason)):
            raise forms.ValidationError(NO_REASON)
        return reason


class RestoreForm(WhyForm):
    """Brings an article back."""

    field_order = ["reason", "seen"]


class WithdrawForm(WhyForm):
    """Withdraws an article."""

    kind = forms.ChoiceField(
        label="The article goes",
        choices=[("", "choose …"), *WithdrawalKind.choices],
        help_text="Readers who come to its address are told this, and nothing else.",
        error_messages={"required": "Choose of which kind the reason is."},
    )

    field_order = ["kind", "reason", "seen"]

    def ground(self, by: Any) -> Ground:
        """Return why it goes, as the form says it."""
        return Ground(
            WithdrawalKind(self.cleaned_data["kind"]), self.cleaned_data["reason"], by, self.cleaned_data["seen"]
        )


class EraseForm(WithdrawForm):
    """Erases an article, whose number is typed, so that nobody erases by a slip of the hand."""

    number = forms.CharField(
        label="The article’s number",
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": "Type the article’s number."},
    )

    field_order = ["kind", "reason", "number", "seen"]

    def __init__(self, *args: Any, number: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.expected = number
        self.fields["number"].help_text = f"Type {number} to say that you mean this article. It can’t be taken back."

    def clean_number(self) -> str:
        """Refuse any other number."""
        typed: str = self.cleaned_data["number"].strip()
        if typed != str(self.expected):
            raise forms.ValidationError(f"That is not {self.expected}, the number of this article.")
        return typed

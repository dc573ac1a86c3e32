"""The forms by which editors put a person right: each a value, why, and the revision of the person that was seen."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django import forms

from accounts.permissions import CORRECT, HIDE_NAMES
from articles.editing.corrections import Edit
from articles.editing.forms import DateField, ReasonForm
from articles.editing.people.names import LEADS, correct_spelling, rename
from articles.editing.people.names import REMOVED as NO_SPELLING
from articles.editing.people.roles import GIVEN, correct_role
from articles.editing.people.roles import REMOVED as NO_ROLE
from articles.editing.people.withholding import correct_hidden, correct_person
from articles.models import Correction

CHOOSE = {"required": "Choose one.", "invalid_choice": "Choose one of those that there are."}


class RenameForm(ReasonForm):
    """Another name."""

    value = forms.CharField(label="Name", max_length=200, help_text="The name of before stays a spelling.")

    def after(self) -> Any:
        """Return the value in the JSON form of corrections."""
        return self.cleaned_data["value"]


class AddRoleForm(ReasonForm):
    """A role, and since when."""

    value = forms.CharField(label="Role", max_length=300, help_text="As it would stand before the name.")
    since = DateField(
        label="Since", required=False, max_length=80, help_text="As exactly as it is known: 2022, 2022-03."
    )

    field_order = ["value", "since", "reason", "seen"]

    def after(self) -> Any:
        """Return the value in the JSON form of corrections."""
        return [{"name": self.cleaned_data["value"], "kind": GIVEN, "since": self.cleaned_data["since"]}]


class ChoosingForm(ReasonForm):
    """One of several values, to be taken away."""

    value = forms.ChoiceField(widget=forms.RadioSelect, error_messages=CHOOSE)

    def __init__(self, *args: Any, choices: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["value"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- as it is declared above
        field.choices = [(one, one) for one in choices]


class TakeRoleForm(ChoosingForm):
    """A role that somebody does not have."""

    def after(self) -> Any:
        """Return the value in the JSON form of corrections."""
        return [{"name": self.cleaned_data["value"], "kind": NO_ROLE, "since": ""}]


class AddSpellingForm(ReasonForm):
    """Another spelling that leads here."""

    value = forms.CharField(label="Spelling", max_length=200)

    def after(self) -> Any:
        """Return the value in the JSON form of corrections."""
        return [{"name": self.cleaned_data["value"], "kind": LEADS}]


class TakeSpellingForm(ChoosingForm):
    """A spelling that does not lead here."""

    def after(self) -> Any:
        """Return the value in the JSON form of corrections."""
        return [{"name": self.cleaned_data["value"], "kind": NO_SPELLING}]


class SayingForm(ReasonForm):
    """Says one thing by its button: the value comes with it."""

    value = forms.CharField(max_length=40, widget=forms.HiddenInput)

    def after(self) -> Any:
        """Return the value in the JSON form of corrections."""
        return self.cleaned_data["value"]


@dataclass(frozen=True)
class Task:
    """What editors do with a person: the field of its corrections, the form, the use case, who may, what follows."""

    field: Correction.Field
    form: type[Any]
    correct: Callable[[int, Edit], Correction]
    said: str
    permission: str = CORRECT


Field = Correction.Field
TASKS: dict[str, Task] = {
    "name": Task(Field.NAME, RenameForm, rename, "The name is corrected."),
    "add-role": Task(Field.ROLE, AddRoleForm, correct_role, "The role is added."),
    "take-role": Task(Field.ROLE, TakeRoleForm, correct_role, "The role is taken away."),
    "add-spelling": Task(Field.ALIAS, AddSpellingForm, correct_spelling, "The spelling leads here now."),
    "take-spelling": Task(Field.ALIAS, TakeSpellingForm, correct_spelling, "The spelling leads here no more."),
    "person": Task(Field.PERSON, SayingForm, correct_person, "That is written down."),
    "hidden": Task(Field.HIDDEN, SayingForm, correct_hidden, "That is written down.", HIDE_NAMES),
}

"""The forms in which an editor says whom a place in a text names."""

from typing import Any

from django import forms
from django.forms.utils import ErrorList

from articles.editing.forms import KINDS, ReasonForm, RowsFormSet, SpeakerForm, rows_of
from articles.editing.place_forms import PlacesForm

NOBODY = "Give the name of whom it names. Where it names nobody, say so instead."


class WhomForm(SpeakerForm):
    """The one person or country that a place names."""

    kind = forms.ChoiceField(label="Here is named", choices=KINDS[:2])


WhomRow = rows_of(WhomForm, most=1, extra=1)


class WithOneRow:
    """What a form has that comes with the row of whom a place names; put it before the form's class."""

    row_name = "Named"
    rows: RowsFormSet

    def __init__(self, *args: Any, rows: RowsFormSet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows

    @property
    def unseen_errors(self) -> ErrorList:
        """What is wrong with fields that nobody sees, of the row too."""
        errors: ErrorList = super().unseen_errors  # type: ignore[misc] # of the form's class
        return ErrorList([*errors, *self.rows.non_form_errors()])

    @property
    def in_sight(self) -> list[forms.BoundField]:
        """The fields that are filled in, those of the row first."""
        rest: list[forms.BoundField] = super().in_sight  # type: ignore[misc]
        return [field for row in self.rows for field in row.visible_fields()] + rest

    def is_valid(self) -> bool:
        """Say whether the row and the rest are understood."""
        understood: bool = super().is_valid()  # type: ignore[misc]
        return self.rows.is_valid() and understood

    def clean(self) -> dict[str, Any]:
        """Refuse a form without a name."""
        cleaned: dict[str, Any] = super().clean()  # type: ignore[misc]
        if self.rows.is_valid() and not self.rows.filled_in:
            self.add_error(None, NOBODY)  # type: ignore[attr-defined]
        return cleaned


class MentionForm(WithOneRow, ReasonForm):
    """Corrects whom a place names."""

    REASONS = ("Another person of this name.", "The sentence says who is meant.", "Another country is meant.")


class RejectMentionForm(ReasonForm):
    """Says that a place names nobody."""

    REASONS = ("It is no person.", "It is no country.", "It is the name of a thing.")


class RestoreMentionForm(ReasonForm):
    """Says that it names somebody after all."""

    REASONS = ("It was rejected by mistake.",)


class MissedMentionForm(WithOneRow, PlacesForm):
    """Adds a place that names somebody and was missed."""

    REASONS = ("It was missed.",)
    NONE = "Give the words that name somebody."

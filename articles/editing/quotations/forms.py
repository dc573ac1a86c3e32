"""The forms in which an editor puts a quotation right."""

from typing import Any

from django import forms
from django.forms.utils import ErrorList

from articles.editing.forms import ReasonForm, RowsFormSet
from articles.editing.place_forms import PlacesForm
from articles.editing.quotations.values import LONGEST_CUE
from articles.models import Quotation

KINDS = [
    (Quotation.Kind.DIRECT.value, "Direct: a whole sentence between quotation marks"),
    (Quotation.Kind.MIXED.value, "Mixed: a quoted part of the article’s own sentence"),
    (Quotation.Kind.INDIRECT.value, "Indirect: reported by the article, without quotation marks"),
    (Quotation.Kind.TERM.value, "Term: words between marks that nobody said, such as a title"),
]
CUE_HELP = "The words that report the saying, such as “said” or “according to”; empty where there are none."


def _kind(label: str) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=KINDS)


def _cue() -> forms.CharField:
    return forms.CharField(label="Reported with", required=False, max_length=LONGEST_CUE, help_text=CUE_HELP)


class KindForm(ReasonForm):
    """Corrects what kind of quotation it is."""

    REASONS = ("It is a whole sentence.", "It is a part of the article’s sentence.", "Nobody said it: it is a name.")

    value = _kind("Kind")


class CueForm(ReasonForm):
    """Corrects the words that report the saying."""

    REASONS = ("These words report it.", "Nothing reports it.")

    value = _cue()


class RejectForm(ReasonForm):
    """Says that it is no quotation."""

    REASONS = (
        "Nobody is reported to have said this.",
        "It is a title or a name.",
        "These are the article’s own words.",
        "It is a part of another quotation.",
    )


class RestoreForm(ReasonForm):
    """Says that it is a quotation after all."""

    REASONS = ("It is a quotation after all.", "It was rejected by mistake.")


class CheckForm(ReasonForm):
    """Vouches for a quotation."""

    REASONS = ("I read it in the article: it is right.", "I compared it with the original.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].initial = self.REASONS[0]


class UncheckForm(ReasonForm):
    """Vouches for it no longer."""

    REASONS = ("It was marked as checked by mistake.", "It is not certain after all.")


class WordsForm(PlacesForm):
    """Corrects the words that a quotation is."""

    REASONS = ("It begins earlier.", "It ends later.", "The article’s own words were taken for the speaker’s.")
    NONE = "Give the words of the quotation. Where it is none, say so instead: “not a quotation”."


class MissedQuotationForm(PlacesForm):
    """Adds a quotation that was missed; who said it may be left out."""

    REASONS = ("It was missed.",)
    NONE = "Give the words of the quotation."
    TERM = "These are marked words that nobody is reported to have said: leave the speaker out."

    kind = _kind("Kind")
    cue = _cue()

    field_order = ["kind", "cue", "reason", "seen"]
    row_name = "Speaker"

    def __init__(self, *args: Any, rows: RowsFormSet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows

    @property
    def unseen_errors(self) -> ErrorList:
        return ErrorList([*super().unseen_errors, *self.rows.non_form_errors()], renderer=self.renderer)

    @property
    def in_sight(self) -> list[forms.BoundField]:
        return super().in_sight + [field for row in self.rows for field in row.visible_fields()]

    def is_valid(self) -> bool:
        """Say whether words, speakers and the rest are understood."""
        understood = super().is_valid()
        return self.rows.is_valid() and understood

    def clean(self) -> dict[str, Any]:
        """Refuse speakers of what nobody said."""
        if self.cleaned_data.get("kind") == Quotation.Kind.TERM and self.rows.is_valid() and self.rows.filled_in:
            self.add_error("kind", self.TERM)
        return super().clean()

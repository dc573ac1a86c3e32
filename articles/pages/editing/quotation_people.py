"""The pages, or with htmx the forms in place, on which an editor corrects who said a quotation and what it is about."""

from typing import Any, ClassVar

from articles.editing.forms import QuotationPartForm, RowsFormSet, SpeakerRows, SpeakersForm, SubjectRows, SubjectsForm
from articles.editing.quotation_parts import SPEAKERS, SUBJECTS, QuotationPart
from articles.pages.correcting import Sent
from articles.pages.editing.quotation import OfAQuotation


class OfItsPeople(OfAQuotation):
    """Corrects a list that belongs to a quotation: a form with a row for each of its rows, and the reason."""

    value: ClassVar[QuotationPart[Any]]
    rows_form: ClassVar[type[RowsFormSet]]
    whole_form: ClassVar[type[QuotationPartForm]]
    name: ClassVar[str]  # begins the ids of the form's fields

    def form_with(self, sent: Sent | None) -> QuotationPartForm:
        """Make the form with a row for every row there is."""
        name = f"{self.name}-{self.quotation.pk}"
        stands = self.value.initial(self.quotation) if sent is None else None
        rows = self.rows_form(sent, initial=stands, prefix=name, auto_id="%s", article=self.article.pk)
        initial = {"seen": self.article.revision}
        return self.whole_form(self.quotation, sent, rows=rows, initial=initial, auto_id=f"{name}-%s")

    def typed(self, form: Any) -> list[dict[str, str]]:
        """Return the rows typed."""
        rows: list[dict[str, str]] = form.rows.filled_in
        return rows


class CorrectSpeakers(OfItsPeople):
    """Corrects who said a quotation."""

    value, rows_form, whole_form, name = SPEAKERS, SpeakerRows, SpeakersForm, "speakers"


class CorrectSubjects(OfItsPeople):
    """Corrects of whom and what a quotation speaks."""

    value, rows_form, whole_form, name = SUBJECTS, SubjectRows, SubjectsForm, "about"

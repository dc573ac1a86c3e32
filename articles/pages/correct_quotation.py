"""The pages, or with htmx the forms in place, on which an editor corrects who said a quotation and what it is about."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from articles.editing.corrections import Edit, correct_quotation
from articles.editing.forms import QuotationPartForm, RowsFormSet, SpeakerRows, SpeakersForm, SubjectRows, SubjectsForm
from articles.editing.quotation_parts import SPEAKERS, SUBJECTS, QuotationPart
from articles.models import Correction, Quotation
from articles.pages.correcting import CorrectionView, Sent
from articles.queries.quotations import quotation_as_shown


class CorrectQuotation(CorrectionView):
    """Corrects a list that belongs to a quotation: a form with a row for each of its rows, and the reason."""

    part: QuotationPart[Any]
    rows_form: type[RowsFormSet]
    whole_form: type[QuotationPartForm]
    name: str  # begins the ids of the form's fields
    quotation: Quotation

    def setup(self, request: HttpRequest, *args: Any, pk: int, **kwargs: Any) -> None:
        """Find the quotation; raises Http404 where it does not exist."""
        super().setup(request, *args, pk=pk, **kwargs)
        self.quotation = get_object_or_404(Quotation.objects.select_related("article"), pk=pk)
        self.article = self.quotation.article

    @property
    def label(self) -> str:  # type: ignore[override] # read alone, as pages do
        """What pages call the list."""
        return str(Correction.Field(self.part.field).label)

    @property
    def back(self) -> str:
        """The address of the quotation's own page."""
        return reverse("quotation", args=[self.quotation.pk])

    @property
    def quoted(self) -> Quotation:  # type: ignore[override] # read alone, as pages do
        """The quotation as pages show it, read anew: a correction may have changed it since the form was sent."""
        return quotation_as_shown(self.quotation.pk)

    def stands(self) -> list[dict[str, str]]:
        """Return the rows that pages show."""
        return self.part.value(self.quotation)

    def form_with(self, sent: Sent | None) -> QuotationPartForm:
        """Make the form with a row for every row there is."""
        name = f"{self.name}-{self.quotation.pk}"
        stands = self.part.initial(self.quotation) if sent is None else None
        rows = self.rows_form(sent, initial=stands, prefix=name, auto_id="%s", article=self.article.pk)
        initial = {"seen": self.article.revision}
        return self.whole_form(self.quotation, sent, rows=rows, initial=initial, auto_id=f"{name}-%s")

    def typed(self, form: QuotationPartForm) -> list[dict[str, str]]:
        """Return the rows typed."""
        return form.rows.filled_in

    def save(self, edit: Edit) -> None:
        """Correct the list."""
        correct_quotation(self.quotation.pk, self.part, edit)


class CorrectSpeakers(CorrectQuotation):
    """Corrects who said a quotation."""

    part, rows_form, whole_form, name = SPEAKERS, SpeakerRows, SpeakersForm, "speakers"


class CorrectSubjects(CorrectQuotation):
    """Corrects of whom and what a quotation speaks."""

    part, rows_form, whole_form, name = SUBJECTS, SubjectRows, SubjectsForm, "about"

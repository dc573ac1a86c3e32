"""The pages, or with htmx the forms in place, on which an editor corrects who said a quotation and what it is about."""

from functools import cached_property
from typing import Any, ClassVar

from articles.editing.forms import QuotationPartForm, RowsFormSet, SpeakerRows, SpeakersForm, SubjectRows, SubjectsForm
from articles.editing.quotation_parts import SPEAKERS, SUBJECTS, QuotationPart, Value, chosen
from articles.models import Person, Speaker
from articles.pages.correcting import Sent
from articles.pages.editing.quotation import OfAQuotation
from articles.queries.other_candidates import read_other_candidates


class OfItsPeople(OfAQuotation):
    """Corrects a list that belongs to a quotation: a form with a row for each of its rows, and the reason."""

    value: ClassVar[QuotationPart[Any]]
    rows_form: ClassVar[type[RowsFormSet]]
    whole_form: ClassVar[type[QuotationPartForm]]
    name: ClassVar[str]  # begins the ids of the form's fields

    def form_with(self, sent: Sent | None) -> QuotationPartForm:
        """Make the form with a row for every row there is."""
        name = f"{self.name}-{self.quotation.pk}"
        stands = self.begins_with() if sent is None else None
        rows = self.rows_form(sent, initial=stands, prefix=name, auto_id="%s", article=self.article.pk)
        initial = {"seen": self.article.revision}
        return self.whole_form(self.quotation, sent, rows=rows, initial=initial, auto_id=f"{name}-%s")

    def begins_with(self) -> list[Value]:
        """Return the rows that the form begins with."""
        return self.value.initial(self.quotation)

    def typed(self, form: Any) -> list[dict[str, str]]:
        """Return the rows typed."""
        rows: list[dict[str, str]] = form.rows.filled_in
        return rows


class CorrectSpeakers(OfItsPeople):
    """Corrects who said a quotation."""

    value, rows_form, whole_form, name = SPEAKERS, SpeakerRows, SpeakersForm, "speakers"

    def form_with(self, sent: Sent | None) -> QuotationPartForm:
        """Make the form; where it is open who of several people said it, each can be taken from above it."""
        form = super().form_with(sent)
        form.suggestions = self._people_in_question
        return form

    def begins_with(self) -> list[Value]:
        """Return the speakers, or the one who was taken of those in question."""
        taken = next((one for one in self._people_in_question if str(one.pk) == self.request.GET.get("taken")), None)
        if taken is None:
            return super().begins_with()
        return [{"kind": Speaker.Kind.PERSON.value, "name": taken.name} | chosen(taken, taken.name)]

    @cached_property
    def _people_in_question(self) -> list[Person]:
        """Return who may have said it, the speaker first, where there are several (6 queries at the most)."""
        if not self.quotation.found_candidates:
            return []
        shown = self.quoted
        read_other_candidates([shown])
        others = [one.person for one in shown.other_candidates]
        return [one.person for one in shown.speakers.all() if one.person] + others if others else []


class CorrectSubjects(OfItsPeople):
    """Corrects of whom and what a quotation speaks."""

    value, rows_form, whole_form, name = SUBJECTS, SubjectRows, SubjectsForm, "about"

"""The pages, or with htmx the forms in place, on which an editor puts a quotation right but for its lists of people."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from articles.editing.corrections import Edit, QuotationValue, correct_quotation
from articles.editing.forms import ReasonForm
from articles.editing.place_forms import PlaceRows, PlacesForm
from articles.editing.places import Place, places_of
from articles.editing.quotations.forms import (
    CheckForm,
    CueForm,
    KindForm,
    RejectForm,
    RestoreForm,
    UncheckForm,
    WordsForm,
)
from articles.editing.quotations.spans import WORDS
from articles.editing.quotations.standing import CHECK, CHECKED, STANDING, UNCHECKED
from articles.editing.quotations.values import CUE, KIND
from articles.models import Correction, Paragraph, Quotation
from articles.pages.correcting import CorrectionView, DecisionView, Sent
from articles.queries.quotations import quotation_as_shown


class OfAQuotation(CorrectionView):
    """A correction of one value of a quotation."""

    value: ClassVar[QuotationValue]
    form_of: ClassVar[type[ReasonForm]]
    quotation: Quotation

    def setup(self, request: HttpRequest, *args: Any, pk: int, **kwargs: Any) -> None:
        """Find the quotation; raises Http404 where it does not exist."""
        super().setup(request, *args, pk=pk, **kwargs)
        self.quotation = get_object_or_404(Quotation.objects.select_related("article"), pk=pk)
        self.article = self.quotation.article

    @property
    def label(self) -> str:  # type: ignore[override] # read alone, as pages do
        """What pages call the value."""
        return str(Correction.Field(self.value.field).label)

    @property
    def back(self) -> str:
        """The quotation's own page, or its place in the article where somebody came from there."""
        if "article" in self.request.GET:
            return f"{self.article.get_absolute_url()}?edit=1#q{self.quotation.pk}"
        return reverse("quotation", args=[self.quotation.pk])

    @property
    def quoted(self) -> Quotation:  # type: ignore[override] # read alone, as pages do
        """The quotation as pages show it, read anew: a correction may have changed it since the form was sent."""
        return quotation_as_shown(self.quotation.pk)

    @property
    def ids(self) -> str:
        """How the ids of the form's fields begin, so that they are not those of another form on the page."""
        return f"{type(self).__name__.lower()}-{self.quotation.pk}"

    def stands(self) -> Any:
        """Return the value that pages show."""
        return self.value.value(Quotation.objects.get(pk=self.quotation.pk))

    def form_with(self, sent: Sent | None) -> ReasonForm:
        """Make the form of this value."""
        initial = {"value": self.value.value(self.quotation), "seen": self.article.revision}
        return self.form_of(sent, initial=initial, auto_id=f"{self.ids}-%s")

    def typed(self, form: ReasonForm) -> Any:
        """Return the value typed."""
        return form.cleaned_data["value"]

    def save(self, edit: Edit) -> None:
        """Correct the value."""
        correct_quotation(self.quotation.pk, self.value, edit)


class CorrectKind(OfAQuotation):
    """Corrects what kind of quotation it is."""

    value, form_of, mistakes_at = KIND, KindForm, "value"


class CorrectCue(OfAQuotation):
    """Corrects the words that report the saying."""

    value, form_of, mistakes_at = CUE, CueForm, "value"


class CorrectWords(OfAQuotation):
    """Corrects the words that a quotation is: a row for each stretch, and one more."""

    value, form_of = WORDS, WordsForm

    @property
    def passages(self) -> list[Paragraph]:
        """The paragraphs to choose words from: those it stands in."""
        return list(dict.fromkeys(place.paragraph for place in places_of(self.quotation)))

    def form_with(self, sent: Sent | None) -> PlacesForm:
        """Make the form with the stretches there are."""
        initial = list(map(place_row, places_of(self.quotation))) if sent is None else None
        places = PlaceRows(sent, initial=initial, prefix=self.ids, auto_id="%s", form_kwargs={"article": self.article})
        return WordsForm(sent, places=places, initial={"seen": self.article.revision}, auto_id=f"{self.ids}-%s")

    def typed(self, form: Any) -> dict[str, Any]:
        """Return the stretches, whether doubtful ones are meant, and the words, as a conflict shows them."""
        chosen = form.places.chosen
        words = " … ".join(place["words"] for place in chosen)
        return {"places": chosen, "anyway": form.cleaned_data["anyway"], "words": words}


def place_row(place: Place) -> dict[str, Any]:
    """Return a place as a row of a form begins with it."""
    paragraph = place.paragraph
    return {"paragraph": paragraph.number or paragraph.kind, "words": place.words, "start": place.start}


class RejectQuotation(DecisionView, OfAQuotation):
    """Says that it is no quotation."""

    value, form_of, after = STANDING, RejectForm, str(Quotation.Standing.REJECTED.value)
    heading, action, done = "Not a quotation", "It is no quotation", "It counts as a quotation no more."

    @property
    def back(self) -> str:
        """The paragraph that it stood in."""
        row = Quotation.objects.get(pk=self.quotation.pk)
        places = row.last_places or [place.stored for place in places_of(row)]
        edit = "?edit=1" if "article" in self.request.GET else ""
        return f"{self.article.get_absolute_url()}{edit}#{places[0][0] if places else ''}"


class RestoreQuotation(DecisionView, OfAQuotation):
    """Says that it is a quotation after all."""

    value, form_of, after = STANDING, RestoreForm, str(Quotation.Standing.STANDS.value)
    heading, action, done = "A quotation after all", "It is a quotation", "It is a quotation again."


class CheckQuotation(DecisionView, OfAQuotation):
    """Vouches for a quotation."""

    value, form_of, after = CHECK, CheckForm, CHECKED
    heading, action, done = "Confirm the quotation", "It is right as it stands", "The quotation is confirmed."


class UncheckQuotation(DecisionView, OfAQuotation):
    """Vouches for it no longer."""

    value, form_of, after = CHECK, UncheckForm, UNCHECKED
    heading, action = "Take the confirmation back", "It is not confirmed"
    done = "The quotation is no longer confirmed."

"""The page, or with htmx the form in place, on which an editor corrects who said a quotation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.datastructures import MultiValueDict
from django.views.decorators.http import require_http_methods

from articles.editing.corrections import Edit, speaker_value
from articles.editing.corrections import correct_speaker as save_speaker
from articles.editing.forms import SpeakerFormSet, SpeakersForm
from articles.models import Quotation
from articles.pages.correcting import Place, answer


class SpeakerPlace(Place):
    """Who said a quotation."""

    label = "speaker"

    def __init__(self, quotation: Quotation) -> None:
        self.quotation, self.article = quotation, quotation.article

    @property
    def back(self) -> str:
        """The address of the quotation's entry on its article's page."""
        return f"{self.article.get_absolute_url()}#q{self.quotation.pk}"

    def stands(self) -> list[dict[str, str]]:
        """Return the speakers that pages show."""
        return speaker_value(self.quotation)

    def form(self, data: MultiValueDict | None = None) -> SpeakersForm:
        """Make the form with a row for every speaker."""
        name = f"speakers-{self.quotation.pk}"
        said_by = self.stands() if data is None else None
        rows = SpeakerFormSet(data, initial=said_by, prefix=name, auto_id="%s")
        initial = {"seen": self.article.revision}
        return SpeakersForm(self.quotation, data, speakers=rows, initial=initial, auto_id=f"{name}-%s")

    def typed(self, form: SpeakersForm) -> list[dict[str, str]]:
        """Return the speakers typed."""
        return form.speakers.speakers

    def save(self, edit: Edit) -> None:
        """Correct the speakers."""
        save_speaker(self.quotation.pk, edit)


@require_http_methods(["GET", "HEAD", "POST"])
def correct_speaker(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the form of a quotation's speakers, or save what it says."""
    return answer(request, SpeakerPlace(get_object_or_404(Quotation.objects.select_related("article"), pk=pk)))

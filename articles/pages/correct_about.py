"""The page, or with htmx the form in place, on which an editor corrects of whom and what a quotation speaks."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.datastructures import MultiValueDict
from django.views.decorators.http import require_http_methods

from articles.editing.corrections import Edit, about_value
from articles.editing.corrections import correct_about as save_about
from articles.editing.forms import SubjectFormSet, SubjectsForm
from articles.models import Quotation
from articles.pages.correct_speaker import SpeakerPlace
from articles.pages.correcting import answer


class AboutPlace(SpeakerPlace):
    """Of whom and what a quotation speaks: its list stands, is typed and conflicts as that of its speakers does."""

    label = "list of subjects"

    def stands(self) -> list[dict[str, str]]:
        """Return the subjects that pages show."""
        return about_value(self.quotation)

    def form(self, data: MultiValueDict | None = None) -> SubjectsForm:
        """Make the form with a row for every subject."""
        name = f"about-{self.quotation.pk}"
        rows = SubjectFormSet(data, initial=self.stands() if data is None else None, prefix=name, auto_id="%s")
        initial = {"seen": self.article.revision}
        return SubjectsForm(self.quotation, data, speakers=rows, initial=initial, auto_id=f"{name}-%s")

    def save(self, edit: Edit) -> None:
        """Correct the subjects."""
        save_about(self.quotation.pk, edit)


@require_http_methods(["GET", "HEAD", "POST"])
def correct_about(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the form of a quotation's subjects, or save what it says."""
    return answer(request, AboutPlace(get_object_or_404(Quotation.objects.select_related("article"), pk=pk)))

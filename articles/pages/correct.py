"""The page, or with htmx the form in place, on which an editor corrects a value of an article."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.datastructures import MultiValueDict
from django.views.decorators.http import require_http_methods

from articles.content.layered_fields import value_of
from articles.editing.corrections import Edit, correct_value
from articles.editing.forms import FORMS, ReasonForm
from articles.models import Article, Correction
from articles.pages.correcting import Place, answer


class ValuePlace(Place):
    """A value of an article."""

    typed_in = "value"

    def __init__(self, article: Article, field: str) -> None:
        self.article, self.field = article, field
        self.label = Correction.Field(field).label

    @property
    def back(self) -> str:
        """The address of the value on its article's page."""
        return f"{self.article.get_absolute_url()}#{self.field}"

    def stands(self) -> str:
        """Return the value that pages show."""
        return value_of(self.article, self.field)

    def form(self, data: MultiValueDict | None = None) -> ReasonForm:
        """Make the form of this value."""
        initial = {"value": self.stands(), "seen": self.article.revision}
        return FORMS[self.field](data, initial=initial, auto_id=f"correct-{self.field}-%s")

    def typed(self, form: ReasonForm) -> str:
        """Return the value typed."""
        return form.cleaned_data["value"]

    def save(self, edit: Edit) -> None:
        """Correct the value."""
        correct_value(self.article.pk, self.field, edit)


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, pk: int, field: str) -> HttpResponse:
    """Show the form of a value, or save what it says."""
    if field not in FORMS:
        raise Http404(f"“{field}” is not a value that can be corrected")
    article = get_object_or_404(Article.objects.select_related("publisher"), pk=pk)
    return answer(request, ValuePlace(article, field))

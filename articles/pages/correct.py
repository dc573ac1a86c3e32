"""The page, or with htmx the form in place, on which an editor corrects a value of an article."""

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from articles.content.layered_fields import value_of
from articles.editing.corrections import Edit, correct_value
from articles.editing.forms import FORMS, ReasonForm
from articles.models import Article, Correction
from articles.pages.correcting import CorrectionView, Sent


class CorrectValue(CorrectionView):
    """Corrects a value of an article."""

    mistakes_at = "value"
    field: str

    def setup(self, request: HttpRequest, *args: Any, pk: int, field: str, **kwargs: Any) -> None:
        """Find the article; raises Http404 where it, or such a value, does not exist."""
        super().setup(request, *args, pk=pk, field=field, **kwargs)
        if field not in FORMS:
            raise Http404(f"“{field}” is not a value that can be corrected")
        self.article = get_object_or_404(Article.objects.select_related("publisher", "section"), pk=pk)
        self.field, self.label = field, Correction.Field(field).label

    @property
    def back(self) -> str:
        """The address of the value on its article's page."""
        return f"{self.article.get_absolute_url()}#{self.field}"

    def stands(self) -> str:
        """Return the value that pages show."""
        return value_of(self.article, self.field)

    def form_with(self, sent: Sent | None) -> ReasonForm:
        """Make the form of this value."""
        initial = {"value": self.stands(), "seen": self.article.revision}
        return FORMS[self.field](sent, initial=initial, auto_id=f"correct-{self.field}-%s")

    def typed(self, form: ReasonForm) -> str:
        """Return the value typed."""
        return str(form.cleaned_data["value"])

    def save(self, edit: Edit) -> None:
        """Correct the value."""
        correct_value(self.article.pk, self.field, edit)

"""The pages, or with htmx the forms in place, on which an editor puts a paragraph right."""

from typing import ClassVar

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from articles.content.paragraph_layers import LAYER_OF
from articles.editing.corrections import Edit
from articles.editing.forms import ReasonForm
from articles.editing.paragraph_forms import ParagraphKindForm, TextForm
from articles.editing.paragraphs import correct_paragraph
from articles.editing.places import paragraph_at
from articles.models import Article, Correction, Mention, Paragraph, Quotation
from articles.pages.correcting import CorrectionView, Sent


class OfAParagraph(CorrectionView):
    """A correction of a paragraph of the text; title and standfirst are corrected as the article's own values."""

    field: ClassVar[Correction.Field]
    form_of: ClassVar[type[ReasonForm]]
    mistakes_at = "value"
    number: int
    unfit = 0  # of findings that an editor had touched and that no longer stand in the text

    def setup(self, request: HttpRequest, *args: object, pk: int, anchor: str, **kwargs: object) -> None:
        """Find the paragraph; raises Http404 where it does not exist."""
        super().setup(request, *args, pk=pk, anchor=anchor, **kwargs)
        self.article = get_object_or_404(Article.objects.select_related("publisher", "section"), pk=pk)
        try:
            number = paragraph_at(self.article, anchor).number
        except ValueError as error:
            raise Http404(str(error)) from error
        if number is None:
            raise Http404("the title and the standfirst are values of the article")
        self.number = number
        self.label = self.field.label

    @property
    def back(self) -> str:
        """The address of the paragraph on its article's page, as editors see it."""
        return f"{self.article.get_absolute_url()}?edit=1#p{self.number}"

    @property
    def done(self) -> str:
        """The sentence that says that it is done, and how much that an editor had settled no longer fits."""
        if not self.unfit:
            return f"The {self.label} is corrected."
        what = "finding that editors touched stands" if self.unfit == 1 else "findings that editors touched stand"
        return f"The {self.label} is corrected. {self.unfit} {what} in the text no more: see what was corrected, below."

    def stands(self) -> str:
        """Return the value that pages show."""
        row = Paragraph.objects.get(article=self.article.pk, number=self.number)
        return str(getattr(row, LAYER_OF[self.field]))

    def form_with(self, sent: Sent | None) -> ReasonForm:
        """Make the form of this value."""
        initial = {"value": self.stands(), "seen": self.article.revision}
        return self.form_of(sent, initial=initial, auto_id=f"{LAYER_OF[self.field]}-p{self.number}-%s")

    def typed(self, form: ReasonForm) -> str:
        """Return the value typed."""
        return str(form.cleaned_data["value"])

    def save(self, edit: Edit) -> None:
        """Correct the value, and count what fitted before and does no more."""
        before = self._gone()
        correct_paragraph(self.article.pk, self.number, self.field, edit)
        self.unfit = max(0, self._gone() - before)

    def _gone(self) -> int:
        quotations = Quotation.objects.filter(article=self.article.pk, standing=Quotation.Standing.GONE)
        mentions = Mention.every.filter(standing=Mention.Standing.GONE, corrections__article=self.article.pk)
        return quotations.filter(corrections__isnull=False).distinct().count() + mentions.distinct().count()


class CorrectText(OfAParagraph):
    """Corrects the text of a paragraph."""

    field, form_of = Correction.Field.TEXT, TextForm


class CorrectParagraphKind(OfAParagraph):
    """Corrects what part of its article a paragraph is."""

    field, form_of = Correction.Field.PARAGRAPH_KIND, ParagraphKindForm

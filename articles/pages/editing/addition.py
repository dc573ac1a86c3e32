"""The pages on which an editor adds what was missed in a paragraph: a quotation, or a place that names somebody."""

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from articles.editing.corrections import Edit
from articles.editing.forms import FirstSpeakerRows
from articles.editing.mentions.addition import MissedMention, add_mention
from articles.editing.mentions.forms import MissedMentionForm, WhomRow
from articles.editing.place_forms import OnePlace, PlacesFormSet
from articles.editing.places import paragraph_at
from articles.editing.quotations.addition import MissedQuotation, add_quotation
from articles.editing.quotations.forms import MissedQuotationForm
from articles.models import Article, Paragraph
from articles.pages.correcting import DecisionView, Sent


class InAParagraph(DecisionView):
    """A page that adds something to a paragraph; words selected there come with the address, by their code points."""

    paragraph: Paragraph

    def setup(self, request: HttpRequest, *args: Any, pk: int, anchor: str, **kwargs: Any) -> None:
        """Find the paragraph; raises Http404 where it does not exist."""
        super().setup(request, *args, pk=pk, anchor=anchor, **kwargs)
        self.article = get_object_or_404(Article.objects.select_related("publisher", "section"), pk=pk)
        try:
            self.paragraph = paragraph_at(self.article, anchor)
        except ValueError as error:
            raise Http404(str(error)) from error

    @property
    def back(self) -> str:
        """The address of the paragraph on its article's page, as editors see it."""
        return f"{self.article.get_absolute_url()}?edit=1#{self.paragraph.anchor}"

    @property
    def passages(self) -> list[Paragraph]:
        """The paragraph to choose words from."""
        return [self.paragraph]

    @property
    def ids(self) -> str:
        """How the ids of the form's fields begin."""
        return f"{type(self).__name__.lower()}-{self.paragraph.anchor}"

    def stands(self) -> None:
        """There is nothing yet."""

    def places(self, sent: Sent | None) -> PlacesFormSet:
        """Make the row for the words, with those that the address names."""
        initial = (
            [{"paragraph": self.paragraph.number or self.paragraph.kind, **self._selected()}] if not sent else None
        )
        kwargs = {"article": self.article}
        return OnePlace(sent, initial=initial, prefix=f"{self.ids}-words", auto_id="%s", form_kwargs=kwargs)

    def _selected(self) -> dict[str, Any]:
        """Return the words that the address names, if it names any."""
        start, end = (self.request.GET.get(name, "") for name in ("start", "end"))
        if not (start.isdecimal() and end.isdecimal() and len(start) < 9 and len(end) < 9):
            return {}
        words = self.paragraph.text[int(start) : int(end)]
        return {"words": words, "start": int(start)} if words else {}


class AddQuotation(InAParagraph):
    """Adds a quotation that was missed."""

    label = "quotation"
    heading, action, done = "Add a quotation", "Add the quotation", "The quotation is added."

    def form_with(self, sent: Sent | None) -> MissedQuotationForm:
        """Make the form: the words, their kind and cue, and who said them."""
        rows = FirstSpeakerRows(sent, prefix=f"{self.ids}-speakers", auto_id="%s", article=self.article.pk)
        initial = {"seen": self.article.revision, "reason": MissedQuotationForm.REASONS[0]}
        places = self.places(sent)
        return MissedQuotationForm(sent, places=places, rows=rows, initial=initial, auto_id=f"{self.ids}-%s")

    def typed(self, form: Any) -> MissedQuotation:
        """Return what is to be added."""
        values = {name: form.cleaned_data[name] for name in ("kind", "cue", "anyway")}
        return MissedQuotation(form.places.chosen, speakers=form.rows.filled_in, **values)

    def save(self, edit: Edit) -> None:
        """Add the quotation."""
        add_quotation(self.article.pk, edit)


class AddMention(InAParagraph):
    """Adds a place that names a person or a country, and was missed."""

    label = "mention"
    heading, action, done = "Add a name", "Add the name", "The name is added."

    def form_with(self, sent: Sent | None) -> MissedMentionForm:
        """Make the form: the words, and whom they name; a name that was selected is proposed."""
        selected = self._selected() if sent is None else {}
        named = [{"name": selected["words"][:300]}] if selected else None
        rows = WhomRow(sent, initial=named, prefix=f"{self.ids}-named", auto_id="%s", article=self.article.pk)
        initial = {"seen": self.article.revision, "reason": MissedMentionForm.REASONS[0]}
        return MissedMentionForm(sent, places=self.places(sent), rows=rows, initial=initial, auto_id=f"{self.ids}-%s")

    def typed(self, form: Any) -> MissedMention:
        """Return what is to be added."""
        return MissedMention(form.places.chosen[0], form.rows.filled_in[0], form.cleaned_data["anyway"])

    def save(self, edit: Edit) -> None:
        """Add the mention."""
        add_mention(self.article.pk, edit)

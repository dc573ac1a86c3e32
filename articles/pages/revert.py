"""The page on which an editor takes a correction back."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from accounts.permissions import CORRECT, HIDE_NAMES
from articles.editing.corrections import Edit
from articles.editing.forms import ReasonForm
from articles.editing.reverting import GIVES_BACK, present, revert, standing_value, was_untouched_before
from articles.models import Article, Correction, Person, Quotation
from articles.pages.correcting import CorrectionView, Sent


class RevertCorrection(CorrectionView):
    """Takes a correction back, by one of its own, with a reason; what stands now and what will are shown."""

    correction: Correction

    def setup(self, request: HttpRequest, *args: Any, pk: int, **kwargs: Any) -> None:
        """Find the correction; raises Http404 where it does not exist."""
        super().setup(request, *args, pk=pk, **kwargs)
        rows = Correction.objects.select_related("article", "quotation__article", "person", "mention", "editor")
        self.correction = get_object_or_404(rows, pk=pk, field__in=GIVES_BACK)
        self.permission = HIDE_NAMES if self.correction.field == Correction.Field.HIDDEN else CORRECT
        self.label = self.correction.get_field_display()

    @property
    def back(self) -> str:
        """The history that it stands in."""
        kind = "person" if self.person else "article"
        return reverse(f"{kind}-history", args=[self.revised.pk])

    @property
    def person(self) -> Person | None:
        """The person whom it is of, if it is of one."""
        return self.correction.person

    @property
    def revised(self) -> Article | Person:
        """The person or the article that it is of."""
        return self.person or present(self.correction.article)

    @property
    def article(self) -> Article:  # type: ignore[override] # read alone, as pages do
        """The article that it is of."""
        return present(self.correction.article)

    @property
    def quoted(self) -> Quotation | None:  # type: ignore[override] # read alone, as pages do
        """The quotation that it is of, if it is of one."""
        return self.correction.quotation

    @property
    def releases(self) -> bool:
        """Whether what was imported or extracted will show again."""
        return was_untouched_before(self.correction)

    def stands(self) -> Any:
        """Return the value that stands now."""
        return standing_value(self.correction)

    def get_template_names(self) -> list[str]:
        """The page; nothing comes in place."""
        return ["history/revert.html"]

    def form_with(self, sent: Sent | None) -> ReasonForm:
        """Ask for the reason."""
        return ReasonForm(sent, initial={"seen": self.revised.revision}, auto_id="revert-%s")

    def typed(self, form: ReasonForm) -> Any:
        """Return what stood before the correction."""
        return self.correction.before

    def save(self, edit: Edit) -> None:
        """Take the correction back."""
        revert(self.correction, edit)

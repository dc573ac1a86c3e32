"""The pages on which an editor says whom a place in a text names, that it names nobody, or that it is right."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.http import Http404, HttpRequest
from django.urls import reverse

from articles.editing.corrections import Edit
from articles.editing.forms import ReasonForm
from articles.editing.mentions.forms import MentionForm, RejectMentionForm, RestoreMentionForm, WhomRow
from articles.editing.mentions.values import (
    CHECK,
    CHECKED,
    NAMED,
    STANDING,
    UNCHECKED,
    MentionValue,
    correct_mention,
    whom_named,
)
from articles.editing.quotations.forms import CheckForm, UncheckForm
from articles.models import Correction, Mention
from articles.pages.correcting import CorrectionView, DecisionView, Sent

AROUND = 160  # code points shown before and after the words


@dataclass(frozen=True, slots=True)
class WordsInContext:
    """Words of a paragraph with what stands around them, as far as it is shown: cut between words, with dots."""

    before: str
    words: str
    after: str


class OfAMention(CorrectionView):
    """A correction of one value of a mention."""

    value: ClassVar[MentionValue]
    form_of: ClassVar[type[ReasonForm]]
    label = "person or country named"
    mention: Mention

    def setup(self, request: HttpRequest, *args: Any, pk: int, **kwargs: Any) -> None:
        """Find the mention; raises Http404 where there is none in a text."""
        super().setup(request, *args, pk=pk, **kwargs)
        rows = Mention.every.select_related("paragraph__article__publisher", "person", "country")
        mention = rows.filter(pk=pk, paragraph__isnull=False, paragraph__article__isnull=False).first()
        if mention is None:
            raise Http404("no text has such a mention")
        self.mention, self.article = mention, mention.stands_in.article

    @property
    def back(self) -> str:
        """The address of its paragraph on the article's page, as editors see it."""
        return f"{self.article.get_absolute_url()}?edit=1#{self.mention.stands_in.anchor}"

    @property
    def in_context(self) -> WordsInContext:
        """The words, and what stands around them."""
        text, start, end = self.mention.stands_in.text, self.mention.start, self.mention.end
        first, last = max(0, start - AROUND), end + AROUND
        before = text[first:start] if not first else "… " + text[first:start].partition(" ")[2]
        after = text[end:last] if last >= len(text) else text[end:last].rpartition(" ")[0] + " …"
        return WordsInContext(before, text[start:end], after)

    def stands(self) -> Any:
        """Return the value that pages show."""
        rows = Mention.every.select_related("person", "country")
        return self.value.value(rows.get(pk=self.mention.pk))

    def form_with(self, sent: Sent | None) -> ReasonForm:
        """Ask for the reason."""
        return self.form_of(sent, initial={"seen": self.article.revision}, auto_id=f"mention-{self.mention.pk}-%s")

    def save(self, edit: Edit) -> None:
        """Correct the value."""
        correct_mention(self.mention.pk, self.value, edit)


class CorrectMention(OfAMention):
    """Corrects whom a place names; the ways to reject it and to confirm it stand below."""

    value, form_of = NAMED, MentionForm

    @property
    def other_ways(self) -> list[tuple[str, str]]:
        """What else can be said of it, and where."""
        key = [self.mention.pk]
        if self.mention.standing == Mention.Standing.REJECTED:
            return [("It names somebody after all", reverse("restore-mention", args=key))]
        nobody = "It is no country" if self.mention.country_id else "It is no person"
        checked = (
            ("Take the confirmation back", reverse("uncheck-mention", args=key))
            if self.mention.checked
            else ("Confirm: it is right", reverse("check-mention", args=key))
        )
        return [(nobody, reverse("reject-mention", args=key)), checked]

    def form_with(self, sent: Sent | None) -> MentionForm:
        """Make the form with whom it names now."""
        name = f"mention-{self.mention.pk}"
        initial = [self._row()] if sent is None else None
        rows = WhomRow(sent, initial=initial, prefix=name, auto_id="%s", article=self.article.pk)
        return MentionForm(sent, rows=rows, initial={"seen": self.article.revision}, auto_id=f"{name}-%s")

    def _row(self) -> dict[str, Any]:
        if self.mention.standing != Mention.Standing.STANDS:
            return {}
        whom = whom_named(self.mention)
        chosen = {"who": self.mention.person_id, "asked": whom["name"]} if self.mention.person_id else {}
        return whom | chosen

    def typed(self, form: Any) -> dict[str, Any]:
        """Return whom the row names."""
        whom: dict[str, Any] = form.rows.filled_in[0]
        return whom


class RejectMention(DecisionView, OfAMention):
    """Says that it names nobody."""

    value, form_of, after = STANDING, RejectMentionForm, str(Mention.Standing.REJECTED.value)
    heading, action, done = "It names nobody", "It names nobody", "It counts as a name no more."


class RestoreMention(DecisionView, OfAMention):
    """Says that it names somebody after all: whom it named before."""

    value, form_of = STANDING, RestoreMentionForm
    heading, action, done = "It names somebody after all", "It is a name", "It is a name again."

    def typed(self, form: ReasonForm) -> Any:
        """Return whom it named before it was rejected."""
        rejections = self.mention.corrections.filter(field=Correction.Field.MENTION, after="rejected")
        last = rejections.order_by("pk").last()
        return last.before if last else {}


class CheckMention(DecisionView, OfAMention):
    """Vouches for whom it names."""

    value, form_of, after = CHECK, CheckForm, CHECKED
    heading, action, done = "Confirm the name", "It is right as it stands", "The name is confirmed."


class UncheckMention(DecisionView, OfAMention):
    """Vouches for it no longer."""

    value, form_of, after = CHECK, UncheckForm, UNCHECKED
    heading, action = "Take the confirmation back", "It is not confirmed"
    done = "The name is no longer confirmed."

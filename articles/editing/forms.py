"""The forms of corrections: the new value, why, and the revision that the editor saw."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django import forms
from django.forms.utils import ErrorList
from django.urls import reverse_lazy
from django.utils.text import format_lazy

from articles.content.web_addresses import LONGEST_ADDRESS
from articles.editing.corrections import Edit
from articles.editing.identity_decisions import MergeVerdict
from articles.editing.person_choice import NamedForm, settle
from articles.editing.publisher_naming import Naming
from articles.editing.quotation_parts import Value
from articles.models import MergeCandidate, Person, Publisher, Quotation, Section, Speaker
from articles.models.pair import SAME
from articles.sources.dates import read_date

MOST_SPEAKERS = 8
MOST_SUBJECTS = 30
MOST_SUGGESTED = 300
KINDS = [
    (Speaker.Kind.PERSON, "a person"),
    (Speaker.Kind.COUNTRY, "a country"),
    (Speaker.Kind.ORGANISATION, "an organisation"),
    (Speaker.Kind.DOCUMENT, "a document"),
    (Speaker.Kind.UNNAMED, "unnamed, as the article puts it"),
]
UNKNOWN = "Leave it empty where the article does not say."


UNSEEN = "The form does not say which version it was made from: go back and open it anew."
UNROWED = "The form came without its rows: go back and open it anew."


def sentence(error: Exception) -> str:
    """Return an error's words as a sentence for the form."""
    words = str(error)
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."


class DateField(forms.CharField):
    """A date at the precision somebody knows it; cleans to its ISO form, or to nothing."""

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        try:
            return read_date(text).iso if text else ""
        except ValueError as error:
            raise forms.ValidationError(sentence(error)) from error


class SuggestingField(forms.CharField):
    """A text for which `suggestions` are offered; whatever else is typed is as good."""

    suggestions: Iterable[str] = ()


class ReasonForm(forms.Form):
    """What every correction has: why, and the revision seen; `REASONS` are usual ones, to choose from."""

    REASONS: tuple[str, ...] = ("The original says so.", "A slip of the source.", "It was read wrongly at the import.")

    reason = SuggestingField(
        label="Why",
        max_length=1000,
        help_text="Editors read it beside the correction. Usual reasons are suggested.",
        error_messages={"required": "Write in a few words why."},
    )
    seen = forms.IntegerField(
        widget=forms.HiddenInput,
        min_value=0,
        max_value=2**31 - 1,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), UNSEEN),
    )

    field_order = ["value", "reason", "seen"]
    focus_on_the_whole = False  # where what is wrong is nothing that one field has

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reason = cast("SuggestingField", self.fields["reason"])
        reason.suggestions = self.REASONS
        reason.widget.attrs["list"] = f"{self['reason'].id_for_label}-usual"

    @property
    def unseen_errors(self) -> ErrorList:
        """What is wrong with fields that nobody sees, once each."""
        return self["seen"].errors

    @property
    def in_sight(self) -> list[forms.BoundField]:
        """The fields that are filled in, in the order of the page."""
        return self.visible_fields()

    @property
    def values(self) -> list[forms.BoundField]:
        """The fields in sight that no part of the page shows in its own way."""
        return [field for field in self.visible_fields() if field.name not in ("reason", "nobody", "anyway")]

    def choose_focus(self) -> None:
        """Have the page open at the first field that is wrong, at what is said of the whole, or at the first field."""
        wrong = next((field for field in self.in_sight if field.errors), None)
        self.focus_on_the_whole = bool(not wrong and (self.non_field_errors() or self.unseen_errors))
        if not self.focus_on_the_whole:
            (wrong or self.in_sight[0]).field.widget.attrs["autofocus"] = True

    def forget_focus(self) -> None:
        """Have the page open at its beginning."""
        self.focus_on_the_whole = False
        for field in self.in_sight:
            field.field.widget.attrs.pop("autofocus", None)

    def edit(self, after: Any, editor: Any) -> Edit:
        """Return what the editor sends; `after` is the new value in its JSON form."""
        return Edit(after, self.cleaned_data["reason"], editor, self.cleaned_data["seen"])


def text_field(label: str, longest: int, rows: int = 1, **attrs: str) -> forms.CharField:
    """Return a field for words that may be unknown."""
    widget = forms.Textarea(attrs={"rows": rows, **attrs}) if rows > 1 else forms.TextInput(attrs=attrs)
    return forms.CharField(label=label, required=False, max_length=longest, widget=widget, help_text=UNKNOWN)


class PublisherField(forms.CharField):
    """The name of a publisher; those of the archive are suggested."""

    widget = forms.TextInput(attrs={"list": "publishers-known"})

    @property
    def suggestions(self) -> Iterable[str]:
        """The names to suggest, read where they are shown."""
        return Publisher.objects.filter(merged_into=None).values_list("name", flat=True)[:MOST_SUGGESTED]


class TitleForm(ReasonForm):
    """Corrects a title."""

    value = text_field("Title", 1000, rows=2)


class StandfirstForm(ReasonForm):
    """Corrects a standfirst."""

    value = text_field("Standfirst", 5000, rows=4)


class BylineForm(ReasonForm):
    """Corrects a byline."""

    value = text_field("Byline", 1000)


class PublisherForm(ReasonForm):
    """Corrects a publisher; the archive's own are suggested."""

    value = PublisherField(label="Publisher", required=False, max_length=300, help_text=UNKNOWN)


class SectionField(forms.CharField):
    """The name of a section; those of the archive are suggested."""

    widget = forms.TextInput(attrs={"list": "sections-known"})

    @property
    def suggestions(self) -> Iterable[str]:
        """The names to suggest, read where they are shown."""
        return Section.objects.values_list("name", flat=True)[:MOST_SUGGESTED]


class SectionForm(ReasonForm):
    """Corrects a section; the archive's own are suggested."""

    value = SectionField(label="Section", required=False, max_length=200, help_text=UNKNOWN)


class PublishedForm(ReasonForm):
    """Corrects a date."""

    value = DateField(
        label="Date",
        required=False,
        max_length=80,
        help_text="As exactly as it is known: 2022, 2022-03, 18 March 2022, 2022-03-18 13:00 +00:00. " + UNKNOWN,
    )


class LanguageForm(ReasonForm):
    """Corrects a language."""

    value = forms.CharField(
        label="Language", required=False, max_length=35, help_text="Its tag: en, pt-BR, zh-Hant. " + UNKNOWN
    )


class AddressForm(ReasonForm):
    """Corrects the address of the original."""

    value = text_field("Address of the original", LONGEST_ADDRESS, inputmode="url")


FORMS: dict[str, type[ReasonForm]] = {
    "title": TitleForm,
    "standfirst": StandfirstForm,
    "byline": BylineForm,
    "publisher": PublisherForm,
    "published": PublishedForm,
    "section": SectionForm,
    "language": LanguageForm,
    "url": AddressForm,
}


class SpeakerForm(NamedForm):
    """One speaker; a row left without a name counts for nothing."""

    kind = forms.ChoiceField(label="Who said it", choices=KINDS)

    field_order = ["kind", "name"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        suggested = f"{self.prefix}-suggested"
        self.fields["name"].widget.attrs |= {
            "autocomplete": "off",
            "list": suggested,
            "hx-get": format_lazy("{}?plain=1", reverse_lazy("suggested-people")),
            "hx-trigger": "input changed delay:200ms",
            "hx-target": f"#{suggested}",
        }

    @property
    def names_somebody(self) -> bool:
        """Whether the row names a person."""
        return super().names_somebody and self.cleaned_data.get("kind") == Speaker.Kind.PERSON


class RowsFormSet(forms.BaseFormSet):  # type: ignore[type-arg] # Django's has none at run time
    """The rows of a quotation's speakers or subjects; `article` is the number of the article it stands in."""

    default_error_messages = {"missing_management_form": UNROWED}

    def __init__(self, *args: Any, article: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.article = article

    def clean(self) -> None:
        """Ask who is meant by the names of people."""
        settle([form for form in self.forms if form.is_valid()], self.article)

    @property
    def filled_in(self) -> list[Value]:
        """The rows filled in, in the JSON form that corrections keep, and who was chosen for the names of people."""
        return [_value(form) for form in self.forms if form.cleaned_data.get("name")]


def _value(row: SpeakerForm) -> Value:
    value: Value = {name: row.cleaned_data[name] for name in ("kind", "name")}
    return value | {"who": row.cleaned_data["who"]} if row.names_somebody else value


def rows_of(form: type[SpeakerForm], most: int, extra: int = 2) -> type[RowsFormSet]:
    """Return a set of such rows: `most` of them at most, and `extra` empty ones to begin with."""
    rows = forms.formset_factory(form, RowsFormSet, extra=extra, max_num=most, absolute_max=most)
    return cast("type[RowsFormSet]", rows)


class QuotationPartForm(ReasonForm):
    """The rest of a correction that has rows; that there is nobody has to be said on purpose, and a term has nobody."""

    REASONS = (
        "The sentence before names them.",
        "The article says so.",
        "They are of the same name, but not the same.",
    )

    nobody: forms.BooleanField
    row_name: str
    NEITHER: str
    BOTH: str
    TERM: str

    def __init__(self, quotation: Quotation, *args: Any, rows: RowsFormSet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.quotation, self.rows = quotation, rows
        self.suggestions: Sequence[Person] = ()  # people who may be meant, each to be taken by one click

    @property
    def unseen_errors(self) -> ErrorList:
        return ErrorList([*super().unseen_errors, *self.rows.non_form_errors()], renderer=self.renderer)

    @property
    def in_sight(self) -> list[forms.BoundField]:
        return [field for row in self.rows for field in row.visible_fields()] + self.visible_fields()

    def is_valid(self) -> bool:
        """Say whether the rows and the rest are understood."""
        return super().is_valid() and self.rows.is_valid()

    def clean(self) -> dict[str, Any]:
        """Refuse names where nobody was said on purpose, and neither of the two."""
        named = self.rows.is_valid() and self.rows.filled_in
        nobody = self.cleaned_data.get("nobody")
        if named and nobody:
            self.add_error("nobody", self.BOTH)
        if named and self.quotation.kind == Quotation.Kind.TERM:
            self.add_error(None, self.TERM)
        if not named and not nobody and self.rows.is_valid():
            self.add_error(None, self.NEITHER)
        return self.cleaned_data


class SpeakersForm(QuotationPartForm):
    """The rest of a correction of who said a quotation."""

    nobody = forms.BooleanField(label="Nobody is reported to have said these words", required=False)

    row_name = "Speaker"
    NEITHER = "Name the speaker, or mark that nobody said it."
    BOTH = "Either somebody said it or nobody did: empty the names or take this mark away."
    TERM = "These are marked words that nobody is reported to have said: they have no speaker."


SpeakerRows = rows_of(SpeakerForm, MOST_SPEAKERS)
FirstSpeakerRows = rows_of(SpeakerForm, MOST_SPEAKERS, extra=1)  # of a quotation that has none yet


class SubjectForm(SpeakerForm):
    """One person or country that a quotation speaks of."""

    kind = forms.ChoiceField(label="It is about", choices=KINDS[:2])


class SubjectsForm(QuotationPartForm):
    """The rest of a correction of whom and what a quotation is about."""

    nobody = forms.BooleanField(label="It speaks of no person and of no country", required=False)

    row_name = "Subject"
    NEITHER = "Name whom or what it is about, or mark that it speaks of nobody."
    BOTH = "Either it is about somebody or about nobody: empty the names or take this mark away."
    TERM = "These are marked words that nobody is reported to have said: they are about nobody."


SubjectRows = rows_of(SubjectForm, MOST_SUBJECTS)


class PublisherNamingForm(forms.Form):
    """By which of its spellings a publisher goes, and why."""

    name = forms.CharField(max_length=300, strip=False)
    seen = forms.CharField(max_length=300, strip=False)
    reason = forms.CharField(required=False, max_length=1000)

    def naming(self, editor: Any) -> Naming:
        """Return what the editor chose."""
        return Naming(editor=editor, **self.cleaned_data)


class MergeVerdictForm(forms.Form):
    """Whether two are one person, which name stays, and why; the state is the button that was pressed."""

    state = forms.ChoiceField(choices=MergeCandidate.State.choices)
    seen = forms.ChoiceField(choices=MergeCandidate.State.choices)
    keep = forms.IntegerField(required=False, min_value=0, max_value=2**63 - 1)
    reason = forms.CharField(required=False, max_length=1000)

    def verdict(self, editor: Any) -> MergeVerdict:
        """Return what the editor decided."""
        return MergeVerdict(editor=editor, **self.cleaned_data)


PAIR_STATES = [("", "no pair yet"), *MergeCandidate.State.choices]


class JoinForm(forms.Form):
    """Which of two names stays where two people are joined, and why; `seen` is the state of the pair."""

    other = forms.IntegerField(min_value=0, max_value=2**63 - 1, widget=forms.HiddenInput)
    seen = forms.ChoiceField(choices=PAIR_STATES, required=False, widget=forms.HiddenInput)
    keep = forms.IntegerField(
        min_value=0, max_value=2**63 - 1, error_messages={"required": "Say which of the two names stays."}
    )
    reason = forms.CharField(
        label="Why",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Editors read it beside the decision.",
        error_messages={"required": "Write in a few words why."},
    )

    def verdict(self, editor: Any) -> MergeVerdict:
        """Return what the editor decided."""
        values = {name: self.cleaned_data[name] for name in ("seen", "keep", "reason")}
        return MergeVerdict(state=SAME, editor=editor, **values)

"""Forms in which an editor says where words stand: the paragraph, and its words, typed or selected.

Where they stand more than once, the form comes back with the occurrences to choose from. `place` is what
`places.chosen_place` takes.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from django import forms
from django.forms.utils import ErrorList

from articles.editing.forms import UNROWED, ReasonForm
from articles.editing.occurrences import occurrences
from articles.editing.places import MOST_PLACES, paragraph_at
from articles.models import Article, Paragraph
from articles.models.paragraph import HEADINGS

AROUND = 40  # code points shown before and after an occurrence
LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One of several places where the words stand: its first code point, and the words with what is around them."""

    start: int
    before: str
    words: str
    after: str


class PlaceForm(forms.Form):
    """A stretch of a paragraph; a row left without words counts for nothing."""

    paragraph = forms.CharField(
        label="Paragraph", required=False, max_length=20, help_text="Its number, or “title” or “standfirst”."
    )
    words = forms.CharField(
        label="Its words",
        required=False,
        strip=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text="As they stand there. Of a long stretch the first and the last few are enough, with … between.",
    )
    start = forms.IntegerField(required=False, min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)

    field_order = ["words", "paragraph", "start"]

    place: dict[str, Any] | None = None
    occurrences: tuple[Occurrence, ...] = ()

    def __init__(self, article: Article, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.article = article

    def clean(self) -> dict[str, Any]:
        """Find the words in the paragraph; a start that is none counts for nothing, since nobody sees its field."""
        self.errors.pop("start", None)
        words = self.cleaned_data.get("words", "").strip()
        if words and self.cleaned_data.get("paragraph") == "":
            self.add_error("paragraph", "Say in which paragraph these words stand.")
        elif words and "paragraph" in self.cleaned_data:
            try:
                self._find(paragraph_at(self.article, anchor_of(self.cleaned_data["paragraph"])), words)
            except ValueError as error:
                self.add_error("paragraph", f"{str(error).capitalize()}.")
        return self.cleaned_data

    def _find(self, paragraph: Paragraph, words: str) -> None:
        found = occurrences(paragraph.text, words)
        chosen = [one for one in found if one[0] == self.cleaned_data.get("start")] or found
        if len(chosen) == 1:
            start, end = chosen[0]
            there = paragraph.text[start:end]
            self.place = {"paragraph": paragraph.anchor, "start": start, "end": end, "words": there}
        elif chosen:
            self.occurrences = tuple(_occurrence(paragraph.text, *one) for one in chosen)
            self.add_error("words", "These words stand there more than once: choose which.")
        else:
            self.add_error("words", "These words do not stand in the paragraph: copy them from it.")


def _occurrence(text: str, start: int, end: int) -> Occurrence:
    return Occurrence(start, text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND])


def anchor_of(typed: str) -> str:
    """Return the anchor of a paragraph that goes by its number, by “p12”, or by what heading it is."""
    words = typed.strip().lower().lstrip("¶#").strip()
    return words if words in HEADINGS or words.startswith("p") else f"p{words}"


class PlacesFormSet(forms.BaseFormSet):  # type: ignore[type-arg] # Django's has none at run time
    """The stretches of a quotation, a row each."""

    default_error_messages = {"missing_management_form": UNROWED}

    @property
    def chosen(self) -> list[dict[str, Any]]:
        """The stretches that are filled in."""
        return [form.place for form in self.forms if form.place]


def _places_of(extra: int) -> type[PlacesFormSet]:
    rows = forms.formset_factory(PlaceForm, PlacesFormSet, extra=extra, max_num=MOST_PLACES, absolute_max=MOST_PLACES)
    return cast("type[PlacesFormSet]", rows)


PlaceRows = _places_of(extra=1)  # those there are, and one more
OnePlace = _places_of(extra=0)


class PlacesForm(ReasonForm):
    """What every form has in which words are chosen; a doubtful place is taken where that is said on purpose."""

    anyway = forms.BooleanField(label="It is meant so: take these words as they are", required=False)

    NONE = "Give the words."

    def __init__(self, *args: Any, places: PlacesFormSet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = places

    @property
    def unseen_errors(self) -> ErrorList:
        return ErrorList([*super().unseen_errors, *self.places.non_form_errors()], renderer=self.renderer)

    @property
    def in_sight(self) -> list[forms.BoundField]:
        return [field for row in self.places for field in row.visible_fields()] + super().in_sight

    @cached_property
    def _places_are_valid(self) -> bool:
        return self.places.is_valid()

    def is_valid(self) -> bool:
        """Say whether the places and the rest are understood."""
        return super().is_valid() and self._places_are_valid

    def clean(self) -> dict[str, Any]:
        """Refuse a form without any words."""
        if self._places_are_valid and not self.places.chosen:
            self.add_error(None, self.NONE)
        return self.cleaned_data

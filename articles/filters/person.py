"""A person, as a reader names one: by name, by a part of it, or by number as links do."""

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse_lazy
from django_filters import Filter

from articles.identity.lookup import people_called
from articles.models import Person, WithheldPerson

NUMBERED = re.compile(r"(?:.*\()?\s*(\d{1,18})\s*\)?")  # "12", or "Maria Keller (12)" as suggestions write it


@dataclass(frozen=True, slots=True)
class PersonLookup:
    """Whom a reader's words lead to: the people, as a subquery; the words to show; whether they gave a number."""

    people: QuerySet[Person]
    words: str
    is_number: bool = False

    def __str__(self) -> str:
        return self.words


class PersonField(forms.CharField):
    """A person's name or number; cleans to the people it means. Suggestions come while typing, where scripts run."""

    UNKNOWN = "The archive knows nobody called “{}”."

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=200, **kwargs)
        self.widget.attrs["autocomplete"] = "off"

    def clean(self, value: Any) -> PersonLookup | None:
        text = super().clean(value)
        if not text:
            return None
        number = NUMBERED.fullmatch(text)
        return self.numbered(int(number[1])) if number else self.called(text)

    def numbered(self, number: int) -> PersonLookup:
        """Return the person of that number, or whom they were merged into."""
        person = Person.objects.filter(pk=number).first()
        if person is None or WithheldPerson.objects.filter(person=person.shown).exists():
            raise forms.ValidationError(f"The archive has no person of number {number}.")
        return PersonLookup(Person.objects.filter(pk=person.shown.pk), person.shown.name, is_number=True)

    def called(self, text: str) -> PersonLookup:
        """Return the people of that name."""
        people = people_called(text)
        if not self.known(people, text):
            raise forms.ValidationError(self.UNKNOWN.format(text))
        return PersonLookup(people, text)

    def known(self, people: QuerySet[Person], text: str) -> bool:
        """Say whether the archive has anybody of that name."""
        return Person.objects.in_use().filter(pk__in=people).exists()

    def prepare_value(self, value: Any) -> Any:
        """Show a bare number, as links carry it, with the name it stands for."""
        if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 19:
            with suppress(forms.ValidationError):
                return f"{self.numbered(int(value))} ({value})"
        return value


class PeopleFilter(Filter):
    """Narrows a list by a person; its input asks for suggestions while somebody types."""

    field_class = PersonField

    @property
    def field(self) -> forms.Field:
        field: forms.Field = super().field
        suggested = f"{self.field_name}-suggested"
        field.widget.attrs |= {
            "list": suggested,
            "hx-get": reverse_lazy("suggested-people"),
            "hx-trigger": "input changed delay:200ms",
            "hx-target": f"#{suggested}",
            "hx-sync": "this:replace",
        }
        return field

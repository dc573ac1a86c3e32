"""What all corrections of people share: finding the person, refusing a conflict, and writing the correction down."""

from collections.abc import Callable
from typing import Any

from django.utils.timezone import now

from articles.editing.corrections import ConflictError, Edit, NothingToCorrectError
from articles.models import Correction, Person

Which = Callable[[Any], Any]  # of a value that corrections keep, what tells it from others of its field


def person_to_correct(person_key: int) -> Person:
    """Return a person whom pages show for nobody else. Raises Person.DoesNotExist, ValueError."""
    person = Person.objects.select_related("merged_into").get(pk=person_key)
    if person.merged_into:
        raise ValueError(f"{person} was joined with {person.shown} meanwhile: correct {person.shown}")
    return person


def refuse_a_conflict(person: Person, field: str, edit: Edit, before: Any, which: Which = lambda value: None) -> None:
    """Raise where there is nothing to correct, or where the value has changed since the form was opened.

    Of a field with many values, as roles are, `which` says what makes two corrections be of the same one.
    """
    if not any(map(str.isalnum, edit.reason)):
        raise ValueError("say why, in words")
    later = person.corrections.filter(field=field, revision__gt=edit.seen).select_related("editor").order_by("-pk")
    last = next((one for one in later if which(one.after) == which(edit.after)), None)
    if last or edit.seen > person.revision:
        raise ConflictError(before, last)
    if before == edit.after:
        raise NothingToCorrectError("that is what it says already")


def record(person: Person, field: str, edit: Edit, before: Any) -> Correction:
    """Save the person with the next revision, and write the correction."""
    person.revision += 1
    person.save(update_fields=["name", "revision"])
    correction: Correction = Correction.objects.create(
        person=person,
        field=field,
        before=before,
        after=edit.after,
        reason=edit.reason,
        editor=edit.editor,
        revision=person.revision,
        releases=edit.releases,
        reverts=edit.reverts,
        identity={"person": person.identity},
        at=edit.at or now(),
    )
    return correction

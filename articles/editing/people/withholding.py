"""Whether pages show a person: what is no person at all, and names that a chief editor hides.

The findings stay in their tables and are left out where they are read (models/withheld_person.py), so that they come
back as they are. The articles that name such a person get a row in the journal, since the index is to follow.
"""

from collections.abc import Iterator

from django.db import transaction

from accounts.kept_files import forget_all
from accounts.write_lock import write_transaction
from articles import journal
from articles.editing.corrections import Edit
from articles.editing.people.recording import person_to_correct, record, refuse_a_conflict
from articles.identity.candidates import mark_as_compared
from articles.identity.following import ARTICLE_OF
from articles.models import Change, Correction, Person, WithheldPerson

PERSON, NOBODY = "a person", "not a person"
SHOWN, HIDDEN = "shown", "hidden"
Kind = WithheldPerson.Kind


@write_transaction
def correct_person(person_key: int, edit: Edit) -> Correction:
    """Say that somebody is `NOBODY`, no person at all, or a `PERSON` after all."""
    return _withhold(person_key, edit, Correction.Field.PERSON, Kind.NOBODY, (PERSON, NOBODY))


@write_transaction
def correct_hidden(person_key: int, edit: Edit) -> Correction:
    """Have a person's name `HIDDEN` on all pages, or `SHOWN` again; the caller knows that the editor may."""
    return _withhold(person_key, edit, Correction.Field.HIDDEN, Kind.HIDDEN, (SHOWN, HIDDEN))


def person_value(person: Person) -> str:
    """Return whether somebody counts as a person, in the JSON form of corrections."""
    return NOBODY if _is(person, Kind.NOBODY) else PERSON


def hidden_value(person: Person) -> str:
    """Return whether a person's name is hidden, in the JSON form of corrections."""
    return HIDDEN if _is(person, Kind.HIDDEN) else SHOWN


def _withhold(person_key: int, edit: Edit, field: str, kind: Kind, values: tuple[str, str]) -> Correction:
    person = person_to_correct(person_key)
    if edit.after not in values:
        raise ValueError(f"say whether it is “{values[0]}” or “{values[1]}”")
    before = values[_is(person, kind)]
    refuse_a_conflict(person, field, edit, before)
    other = WithheldPerson.objects.filter(person=person).exclude(kind=kind).first()
    if other:
        raise ValueError(f"this is withheld already, as {other.get_kind_display()}: take that back first")
    WithheldPerson.objects.filter(person=person).delete()
    if edit.after == values[1]:
        WithheldPerson.objects.create(person=person, kind=kind)
        mark_as_compared(person)
        transaction.on_commit(forget_all)  # files that were made before may have the name
    journal.record_many(sorted(set(_articles_naming(person))), Change.Kind.WITHHELD)
    return record(person, field, edit, before)


def _is(person: Person, kind: Kind) -> bool:
    return WithheldPerson.objects.filter(person=person, kind=kind).exists()


def _articles_naming(person: Person) -> Iterator[int]:
    for table, article in ARTICLE_OF.items():
        yield from table._base_manager.filter(person=person).values_list(article, flat=True)

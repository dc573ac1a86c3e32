"""What a person is called, and by which spellings they are found.

The name of before stays a spelling, but not a wrong one that came by a rename which is taken back. A spelling that was
taken away leads nowhere and keeps its row, so that no import
brings it back.
"""

from dataclasses import replace

from django.db.models import F
from django.db.models.functions import Substr

from accounts.write_lock import write_transaction
from articles.editing.corrections import Edit
from articles.editing.people.recording import person_to_correct, record, refuse_a_conflict
from articles.identity.candidates import mark_as_compared
from articles.models import Correction, Mention, Person
from articles.names.normalise import LONGEST_NAME, normalise
from articles.names.visible import visible
from articles.sources.cleaning import one_line

LEADS, REMOVED = "leads here", "leads here no more"
Spelling = list[dict[str, str]]  # [{"name", "kind": LEADS or REMOVED}], as pages write values with what they are


@write_transaction
def rename(person_key: int, edit: Edit) -> Correction:
    """Call a person by another name, a text; who is called so already besides stays who they are."""
    person = person_to_correct(person_key)
    before, name = person.name, name_typed(edit.after)
    edit = replace(edit, after=name)
    refuse_a_conflict(person, Correction.Field.NAME, edit, before)
    person.name = name
    _lead(person, name)
    if edit.reverts and edit.reverts.after == before and not _led_before(person, before, edit.reverts):
        person.aliases.filter(name=before).update(removed=True)
    else:
        _lead(person, before)
    mark_as_compared(person)
    return record(person, Correction.Field.NAME, edit, before)


@write_transaction
def correct_spelling(person_key: int, edit: Edit) -> Correction:
    """Have a spelling lead to a person, or lead there no more."""
    person = person_to_correct(person_key)
    name, standing = name_typed(edit.after[0]["name"]), edit.after[0]["kind"]
    if standing == REMOVED and name == person.name:
        raise ValueError("that is the name itself: rename the person first")
    before, edit = spelling_value(person, name), replace(edit, after=_value(name, standing), releases=False)
    refuse_a_conflict(person, Correction.Field.ALIAS, edit, before, which=lambda value: value[0]["name"])
    if standing == LEADS:
        _lead(person, name)
    else:
        person.aliases.filter(name=name).update(removed=True)
    return record(person, Correction.Field.ALIAS, edit, before)


def spelling_value(person: Person, name: str) -> Spelling:
    """Return how a spelling stands with a person, in the JSON form of corrections."""
    leads = person.aliases.filter(name=name, removed=False).exists()
    return _value(name, LEADS if leads else REMOVED)


def name_typed(text: str) -> str:
    """Return a name as it is kept. Raises ValueError where nothing of it can be seen or looked for."""
    name = visible(one_line(text))
    if not normalise(name):
        raise ValueError("give a name that has letters or digits")
    if len(name) > LONGEST_NAME:
        raise ValueError(f"a name has {LONGEST_NAME} characters at the most")
    return name


def _led_before(person: Person, name: str, renaming: Correction) -> bool:
    """Say whether a name led to a person before a renaming: by an editor's word, else by articles or a merge."""
    earlier = person.corrections.filter(pk__lt=renaming.pk, reverts=None, reverted_by=None)
    names = earlier.filter(field=Correction.Field.NAME)
    said = {one.pk: True for one in names if name in (one.before, one.after)}
    spellings = earlier.filter(field=Correction.Field.ALIAS)
    said |= {one.pk: one.after == _value(name, LEADS) for one in spellings if one.after[0]["name"] == name}
    return said[max(said)] if said else _is_found(person, name)


def _is_found(person: Person, name: str) -> bool:
    """Say whether a name leads to a person without an editor's word: as their first, a merged one's, or in texts."""
    if person.identity == Person.identity_of(name) or person.aliases.exclude(extracted_as=None).filter(name=name):
        return True
    words = Substr("paragraph__text", F("start") + 1, F("end") - F("start"))
    return Mention.every.filter(person=person).annotate(words=words).filter(words=name).exists()


def _value(name: str, standing: str) -> Spelling:
    return [{"name": name, "kind": standing}]


def _lead(person: Person, name: str) -> None:
    person.aliases.update_or_create(name=name, defaults={"removed": False, "folded": normalise(name)[:LONGEST_NAME]})

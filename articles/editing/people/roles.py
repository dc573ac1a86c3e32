"""Roles that an editor gives a person, with since when, or takes away, whatever articles say."""

from dataclasses import replace

from django.db.models import QuerySet

from accounts.write_lock import write_transaction
from articles.editing.corrections import Edit
from articles.editing.people.recording import person_to_correct, record, refuse_a_conflict
from articles.models import Correction, EditedRole, Person
from articles.names.visible import visible
from articles.sources.cleaning import one_line
from articles.sources.dates import read_date

GIVEN, REMOVED, FOUND = "by an editor’s word", "taken away", "as articles say"
LONGEST = 300  # characters
RoleValue = list[dict[str, str]]  # [{"name": the words, "kind": how it stands, "since": ISO date or ""}]


@write_transaction
def correct_role(person_key: int, edit: Edit) -> Correction:
    """Give a person a role, take one away, or leave it to what articles say."""
    person = person_to_correct(person_key)
    value = _typed(edit.after)
    before = role_value(person, value[0]["name"])
    edit = replace(edit, after=value, releases=value[0]["kind"] == FOUND)
    refuse_a_conflict(person, Correction.Field.ROLE, edit, before, which=lambda one: one[0]["name"].casefold())
    _edited(person, value[0]["name"]).delete()
    if value[0]["kind"] != FOUND:
        removed = value[0]["kind"] == REMOVED
        EditedRole.objects.create(
            person=person, words=value[0]["name"], since=value[0].get("since", ""), removed=removed
        )
    return record(person, Correction.Field.ROLE, edit, before)


def role_value(person: Person, words: str) -> RoleValue:
    """Return how a role stands with a person, in the JSON form of corrections."""
    last = _edited(person, words).last()
    if last is None:
        return [{"name": words, "kind": FOUND, "since": ""}]
    return [{"name": words, "kind": REMOVED if last.removed else GIVEN, "since": last.since}]


def _edited(person: Person, words: str) -> QuerySet[EditedRole]:
    return EditedRole.objects.filter(person=person, words__iexact=words)


def _typed(value: RoleValue) -> RoleValue:
    """Return a role as it is kept. Raises ValueError for one that says nothing, or a date that is none."""
    words, kind, since = (value[0].get(name, "") for name in ("name", "kind", "since"))
    words = visible(one_line(words))[:LONGEST]
    if not any(map(str.isalnum, words)):
        raise ValueError("give the role in words")
    if kind not in (GIVEN, REMOVED, FOUND):
        raise ValueError("say whether the role is given or taken away")
    return [{"name": words, "kind": kind, "since": read_date(since).iso if since else ""}]

"""Whom a Person of a full name may be, looked up by blocking keys for many at once.

However many people are compared, their namesakes are one query for some hundred keys; each key is an entry of an index,
of which the `MOST` latest people are read.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import connection

from articles.extraction.people.variants import NameVariant, blocking_keys, name_variant
from articles.identity.merged_people import with_whom_they_were_merged_into
from articles.models import BlockingKey, Person, WithheldPerson

MOST = 50  # people of like names whom one is compared with
KEYS_AT_ONCE = 300  # each is a query of its own within one statement, of which SQLite takes 500


@dataclass(frozen=True)
class PossibleMatch:
    """Somebody whom a new Person may be: by what, and whether every spelling of theirs that was compared allows it."""

    person: Person
    kind: NameVariant
    unopposed: bool


@dataclass(frozen=True)
class Namesakes:
    """People by their keys; those who share a blocking key with each of some, the latest first.

    Each is one object, so that a merge of two is seen by all who are compared after it.
    """

    people: Mapping[int, Person]
    alike: Mapping[int, Sequence[int]]

    @classmethod
    def of(cls, new: Sequence[Person]) -> "Namesakes":
        """Look up the namesakes of these people, whose blocking keys are stored (1 query for some hundred keys)."""
        keys = {person.pk: blocking_keys(person.name) for person in new}
        people, having = _having(sorted(set().union(*keys.values())))
        alike = {
            one: sorted({who for key in own for who in having[key]} - {one}, reverse=True)[:MOST]
            for one, own in keys.items()
        }
        return cls(with_whom_they_were_merged_into(people | {person.pk: person for person in new}), alike)

    def matches(self, person: Person) -> list[PossibleMatch]:
        """Return those whom the Person may be; somebody with several spellings is one of them if any allows it."""
        compared: dict[Person, list[NameVariant | None]] = defaultdict(list)
        for row in map(self.people.__getitem__, self.alike[person.pk]):
            compared[row.shown].append(name_variant(person.name, row.name))
        kinds = {one: [kind for kind in judged if kind] for one, judged in compared.items() if one != person}
        surest = list(NameVariant).index
        return [
            PossibleMatch(one, min(found, key=surest), len(found) == len(compared[one]))
            for one, found in kinds.items()
            if found
        ]


def _having(keys: Sequence[str]) -> tuple[dict[int, Person], Mapping[str, list[int]]]:
    """Return the latest people with each key, by their own keys; in SQL, as Django unites no limited queries here."""
    quoted = connection.ops.quote_name
    table, people_table, key = map(quoted, (BlockingKey._meta.db_table, Person._meta.db_table, "key"))
    withheld_table = quoted(WithheldPerson._meta.db_table)
    of_a_key = (
        f"SELECT * FROM (SELECT {key}, person_id FROM {table} WHERE {key} = %s"  # noqa: S608  names of our own
        f" ORDER BY person_id DESC LIMIT {MOST + 1}) AS one"
    )
    people: dict[int, Person] = {}
    having: dict[str, list[int]] = defaultdict(list)
    with connection.cursor() as cursor:
        for start in range(0, len(keys), KEYS_AT_ONCE):
            some = keys[start : start + KEYS_AT_ONCE]
            cursor.execute(
                f"SELECT latest.{key}, id, name, identity, merged_into_id FROM"  # noqa: S608
                f" ({' UNION ALL '.join([of_a_key] * len(some))}) AS latest JOIN {people_table} ON id = person_id"
                f" WHERE COALESCE(merged_into_id, id) NOT IN (SELECT person_id FROM {withheld_table})",
                some,
            )
            for found, person, name, identity, merged_into in cursor.fetchall():
                having[found].append(person)
                if person not in people:
                    people[person] = Person(pk=person, name=name, identity=identity, merged_into_id=merged_into)
    return people, having

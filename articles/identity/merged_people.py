"""People as they are stored, with all whom they were merged into, for many at once."""

from collections.abc import Collection

from django.db import connection

from articles.models import Person
from articles.models.bulk_rows import select_rows

COLUMNS = ("id", "name", "identity", "merged_into_id", "revision")  # all that a Person has


def people_of_identities(identities: Collection[str]) -> dict[str, Person]:
    """Return the people of these identities, by them (1 query for some hundred, one more for each step of merges)."""
    rows = select_rows(Person, COLUMNS, "identity", identities)
    found = {row[0]: Person.from_db(connection.alias, COLUMNS, row) for row in rows}
    with_whom_they_were_merged_into(found)
    return {person.identity: person for person in found.values()}


def with_whom_they_were_merged_into(people: dict[int, Person]) -> dict[int, Person]:
    """Return these people, given by their keys, with all whom they were merged into, each the one object for it.

    Each step of merges is a query.
    """
    while missing := {one.merged_into_id for one in people.values() if one.merged_into_id} - people.keys():
        people = people | {person.pk: person for person in Person.objects.filter(pk__in=missing)}
    for person in people.values():
        if person.merged_into_id:
            person.merged_into = people[person.merged_into_id]
    return people

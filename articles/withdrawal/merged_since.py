"""Rows that were kept name people and publishers as they were; since then some were merged, or divided again."""

from collections.abc import Iterable
from typing import TypeVar

from articles.models import Person, PersonInArticle, Publisher
from articles.withdrawal.kept_rows import TOUCHED, KeptRows, KeptTable, Row, values_of

NAMING = ("Mention", TOUCHED, "Speaker", "Subject", "Role")  # the tables that name people
Merged = TypeVar("Merged", Person, Publisher)
Keys = dict[int, tuple[int, int | None]]  # of who was found: of who is shown, and of who was found if another


def people_in(kept: KeptRows) -> list[int]:
    """Return the keys of all people that kept rows name, ascending."""
    named = (key for table in NAMING for row in values_of(kept, table, "person_id", "extracted_as_id") for key in row)
    return sorted({key for key in named if key})


def follow_merges(kept: KeptRows, article: int) -> KeptRows:
    """Return the kept rows of an article that name those whom pages show now for whom was found then."""
    people = Person.objects.select_related("merged_into").in_bulk(people_in(kept))
    told_apart = PersonInArticle.objects.filter(article=article).select_related("person__merged_into")
    keys = _keys(people.values()) | {one.found_id: (one.person.shown.pk, one.found_id) for one in told_apart}
    followed = {table: _followed(kept[table], "person_id", "extracted_as_id", keys) for table in NAMING}
    followed["Role"] = _each_role_once(followed["Role"])
    named = [key for row in values_of(kept, "Article", "publisher_id", "named_as_id") for key in row if key]
    publishers = Publisher.objects.select_related("merged_into").in_bulk(named)
    values = _followed(kept["Article"], "publisher_id", "named_as_id", _keys(publishers.values()))
    return kept | followed | {"Article": values}


def _keys(rows: Iterable[Merged]) -> Keys:
    return {row.pk: (row.shown.pk, row.pk if row.shown.pk != row.pk else None) for row in rows}


def _followed(table: KeptTable, shown: str, found: str, keys: Keys) -> KeptTable:
    """Return the rows of a table with those keys in the columns of who is shown and who was found."""
    here, there = table.columns.index(shown), table.columns.index(found)

    def followed(row: Row) -> Row:
        row = list(row)
        first = row[there] or row[here]
        if first in keys:
            row[here], row[there] = keys[first]
        return row

    return table._replace(rows=list(map(followed, table.rows)))


def _each_role_once(roles: KeptTable) -> KeptTable:
    """Return the roles with one for each person: of two who were merged since, one stays their own."""
    shown, found = roles.columns.index("person_id"), roles.columns.index("extracted_as_id")
    taken: set[int] = set()
    rows = []
    for row in sorted(roles.rows, key=lambda row: row[found] is not None):
        if row[shown] in taken and row[found]:
            row = [*row]
            row[shown], row[found] = row[found], None
        taken.add(row[shown])
        rows.append(row)
    return roles._replace(rows=rows)

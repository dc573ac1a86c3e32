"""Inserts and updates many rows by few statements, from plain values.

Django makes an object of every row and asks each of its fields how it is stored; for the 200 rows of an article's
findings that is most of the time of an import, in which the write lock is held. Constraints and triggers of the tables
hold as ever; what a model does in `save` it does not do here.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Field, JSONField, Model

MOST_PARAMETERS = 10_000  # of one statement, where the database sets no limit that is lower
A_BATCH = 500
Row = Sequence[Any]
T = TypeVar("T")


def batched(items: Iterable[T]) -> Iterator[list[T]]:
    """Yield the items some hundred at a time, as many as one query asks for."""
    waiting = iter(items)
    while some := list(islice(waiting, A_BATCH)):
        yield some


def insert_rows(model: type[Model], columns: Sequence[str], rows: Iterable[Row]) -> list[int]:
    """Insert rows and return their keys, in the order of the rows.

    `columns` are the model's, by the names of their attributes ("paragraph_id"); those left out have the field's
    default. JSON is given as what it says. Raises DatabaseError.
    """
    keys: list[int] = []
    with connection.cursor() as cursor:
        for statement, values in _statements(model, columns, rows):
            cursor.execute(f"{statement} RETURNING {_quoted(_primary_key(model))}", values)
            keys += [key for (key,) in cursor.fetchall()]
    return keys


def insert_missing(model: type[Model], columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Insert rows, but for those that a constraint of uniqueness refuses, which are there already."""
    with connection.cursor() as cursor:
        for statement, values in _statements(model, columns, rows):
            cursor.execute(f"{statement} ON CONFLICT DO NOTHING", values)


def update_rows(model: type[Model], columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Update rows; each gives the values of its columns and, as the last, its key."""
    fields = [_field(model, name) for name in columns]
    changes = ", ".join(f"{_quoted(field)} = %s" for field in fields)
    statement = f"UPDATE {_table(model)} SET {changes} WHERE {_quoted(_primary_key(model))} = %s"  # noqa: S608  names of our own
    stored = _storing(fields)
    values = [[*stored(row[:-1]), row[-1]] for row in rows]
    if values:
        with connection.cursor() as cursor:
            cursor.executemany(statement, values)


def _statements(model: type[Model], columns: Sequence[str], rows: Iterable[Row]) -> Iterator[tuple[str, list[Any]]]:
    """Yield statements that insert the rows, each with its values; a database takes so many values and no more."""
    given = [_field(model, name) for name in columns]
    rest = [field for field in model._meta.concrete_fields if field not in given and not field.primary_key]
    stored, defaults = _storing(given), tuple(_storing(rest)([field.get_default() for field in rest]))
    names = ", ".join(map(_quoted, [*given, *rest]))
    marks = f"({', '.join(['%s'] * (len(given) + len(rest)))})"
    at_once = (connection.features.max_query_params or MOST_PARAMETERS) // (len(given) + len(rest))
    waiting = iter(rows)
    while some := list(islice(waiting, at_once)):
        values = [value for row in some for value in (*stored(row), *defaults)]
        yield f"INSERT INTO {_table(model)} ({names}) VALUES {', '.join([marks] * len(some))}", values  # noqa: S608  names of our own


def _storing(fields: Sequence["Field[Any, Any]"]) -> Callable[[Row], Row]:
    """Return what makes the values of these fields into those that the database takes."""
    json_at = [n for n, field in enumerate(fields) if isinstance(field, JSONField)]

    def stored(row: Row) -> Row:
        values = list(row)
        for n in json_at:
            values[n] = json.dumps(values[n])
        return values

    return stored if json_at else lambda row: row


def _field(model: type[Model], name: str) -> "Field[Any, Any]":
    return next(field for field in model._meta.concrete_fields if field.attname == name)


def _primary_key(model: type[Model]) -> "Field[Any, Any]":
    return model._meta.pk


def _table(model: type[Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _quoted(field: "Field[Any, Any]") -> str:
    return connection.ops.quote_name(str(field.column))

"""Inserts, updates and reads many rows by few statements, as plain values.

Django makes an object of every row and asks each of its fields how it is stored, and puts every query together anew;
for the 200 rows of an article's findings that is most of the time of an import, in which the write lock is held. Here
the words of a statement are put together once. Constraints and triggers of the tables hold as ever; what a model does
in `save` it does not do here.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from django.db import connection
from django.db.models import DateTimeField, Field, JSONField, Model

MOST_PARAMETERS = 10_000  # of one statement, where the database sets no limit that is lower
A_BATCH = 500
Row = Sequence[Any]
Storing = Callable[[Iterable[tuple[Any, ...]]], list[tuple[Any, ...]]]
T = TypeVar("T")


def batched(items: Iterable[T]) -> Iterator[list[T]]:
    """Yield the items some hundred at a time, as many as one query asks for."""
    waiting = iter(items)
    while some := list(islice(waiting, A_BATCH)):
        yield some


def select_rows(model: type[Model], columns: Sequence[str], by: str, values: Collection[Any]) -> list[tuple[Any, ...]]:
    """Return the columns of the rows that have one of these values in the column `by`, in no order; JSON as its text.

    One query for some hundred values, none for none.
    """
    rows: list[tuple[Any, ...]] = []
    for some in batched(values):
        with connection.cursor() as cursor:
            cursor.execute(f"{_selection(model, tuple(columns), by)} ({', '.join(['%s'] * len(some))})", some)
            rows += cursor.fetchall()
    return rows


def insert_rows(model: type[Model], columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Insert rows.

    `columns` are the model's, by the names of their attributes ("paragraph_id"); those left out have the field's
    default. JSON is given as what it says. Raises DatabaseError.
    """
    _insert_many(_insertion(model, tuple(columns)), rows, "")


def insert_missing(model: type[Model], columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Insert rows, but for those that a constraint of uniqueness refuses, which are there already."""
    _insert_many(_insertion(model, tuple(columns)), rows, " ON CONFLICT DO NOTHING")


def insert_for_keys(model: type[Model], columns: Sequence[str], rows: Iterable[Row]) -> list[int]:
    """Insert rows as `insert_rows` does and return their keys, in the order of the rows."""
    insertion, keys, waiting = _insertion(model, tuple(columns)), list[int](), map(tuple, rows)
    key = _quoted(_primary_key(model))
    while some := list(islice(waiting, _most_parameters() // insertion.columns)):
        values = [value for row in insertion.stored(some) for value in row]
        with connection.cursor() as cursor:
            cursor.execute(f"{insertion.into}{', '.join([insertion.marks] * len(some))} RETURNING {key}", values)
            keys += [key for (key,) in cursor.fetchall()]
    return keys


def update_rows(model: type[Model], columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Update rows; each gives the values of its columns and, as the last, its key."""
    fields = [_field(model, name) for name in columns]
    changes = ", ".join(f"{_quoted(field)} = %s" for field in fields)
    statement = f"UPDATE {_table(model)} SET {changes} WHERE {_quoted(_primary_key(model))} = %s"  # noqa: S608  names of our own
    _execute_many(statement, _storing(fields)(map(tuple, rows)))


class _Insertion(NamedTuple):
    """How rows of some columns of a table are inserted: the statement's words, and the rows as the database takes them.

    `marks` stand for one row, of so many `columns`.
    """

    into: str
    marks: str
    columns: int
    stored: Storing


@cache
def _insertion(model: type[Model], columns: tuple[str, ...]) -> _Insertion:
    given = [_field(model, name) for name in columns]
    rest = [field for field in model._meta.concrete_fields if field not in given and not field.primary_key]
    names = ", ".join(map(_quoted, [*given, *rest]))
    marks = f"({', '.join(['%s'] * len([*given, *rest]))})"
    into = f"INSERT INTO {_table(model)} ({names}) VALUES "  # noqa: S608  names of our own
    return _Insertion(into, marks, len([*given, *rest]), _storing(given, rest))


@cache
def _selection(model: type[Model], columns: tuple[str, ...], by: str) -> str:
    names = ", ".join(_quoted(_field(model, name)) for name in columns)
    return f"SELECT {names} FROM {_table(model)} WHERE {_quoted(_field(model, by))} IN"  # noqa: S608  names of our own


def _insert_many(insertion: _Insertion, rows: Iterable[Row], otherwise: str) -> None:
    _execute_many(f"{insertion.into}{insertion.marks}{otherwise}", insertion.stored(map(tuple, rows)))


def _execute_many(statement: str, rows: Sequence[Row]) -> None:
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(statement, rows)


def _most_parameters() -> int:
    return connection.features.max_query_params or MOST_PARAMETERS


def _storing(given: Sequence["Field[Any, Any]"], rest: Sequence["Field[Any, Any]"] = ()) -> Storing:
    """Return what makes rows of the fields given into those that the database takes, with the defaults of the rest."""
    encoders = [(n, encode) for n, field in enumerate(given) if (encode := _encoder(field))]

    def stored(rows: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
        defaults = tuple(field.get_db_prep_save(field.get_default(), connection) for field in rest)
        return [row + defaults for row in (map(encoded, rows) if encoders else rows)]

    def encoded(row: tuple[Any, ...]) -> tuple[Any, ...]:
        values = list(row)
        for n, encode in encoders:
            values[n] = encode(values[n])
        return tuple(values)

    return stored


def _encoder(field: "Field[Any, Any]") -> Callable[[Any], Any] | None:
    """Return what makes a value of this field into what the database takes, where the two differ."""
    if isinstance(field, JSONField):
        return _json_text
    return partial(field.get_db_prep_save, connection=connection) if isinstance(field, DateTimeField) else None


def _json_text(value: Any) -> str | None:
    """Return a value as JSON, None as NULL; a tuple is of texts that come again and again, and is encoded once."""
    if value is None:
        return None
    return _tuple_text(value) if isinstance(value, tuple) else json.dumps(value)


@lru_cache(maxsize=1_000)
def _tuple_text(value: tuple[str, ...]) -> str:
    return json.dumps(value)


def _field(model: type[Model], name: str) -> "Field[Any, Any]":
    return next(field for field in model._meta.concrete_fields if field.attname == name)


def _primary_key(model: type[Model]) -> "Field[Any, Any]":
    return model._meta.pk


def _table(model: type[Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _quoted(field: "Field[Any, Any]") -> str:
    return connection.ops.quote_name(str(field.column))

"""Reading a list of rows on from its last one, by the values that put it in order, however deep that is.

The source of the method is the seek method of Markus Winand, "Paging Through Results" (use-the-index-luke.com): a page
begins behind the values of the row before, so that rows which come or go meanwhile neither shift nor repeat others.
Orders are those of the archive's lists: what has no value comes last, whichever way they run.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.expressions import OrderBy


@dataclass(frozen=True, slots=True)
class KeysetPage:
    """Keys of a page's rows in their order, and the place from which the next one goes on, None behind the last."""

    keys: list[Any]
    following: list[Any] | None


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    descending: bool


def keyset_page(rows: QuerySet[Any], size: int, place: list[Any] | None) -> KeysetPage:
    """Return at most `size` keys of ordered rows behind a place, or the first ones (1 query).

    A place is the values of the columns of the order, as JSON, of the row behind which to go on. Raises ValueError for
    one of another order.
    """
    rows, columns = _with_columns(rows)
    if place is not None and len(place) != len(columns):
        raise ValueError("This place is one of another order.")
    if place is not None:
        rows = rows.filter(_behind(columns, place))
    found = list(rows.values_list("pk", *(column.name for column in columns))[: size + 1])
    shown = found[:size]
    following = [_as_json(value) for value in shown[-1][1:]] if len(found) > size else None
    return KeysetPage([row[0] for row in shown], following)


def _with_columns(rows: QuerySet[Any]) -> tuple[QuerySet[Any], list[_Column]]:
    """Return the rows with every part of their order as a column, and the names of these."""
    columns = []
    for number, part in enumerate(rows.query.order_by):
        if isinstance(part, str):
            columns.append(_Column(part.removeprefix("-"), part.startswith("-")))
        elif isinstance(part, OrderBy) and isinstance(part.expression, F):
            columns.append(_Column(str(part.expression.deconstruct()[1][0]), part.descending))
        else:
            rows = rows.annotate(**{f"order_{number}": part})
            columns.append(_Column(f"order_{number}", descending=False))
    return rows, columns


def _behind(columns: list[_Column], values: list[Any]) -> Q:
    """Return the condition of the rows that come behind one with these values."""
    column, value = columns[0], values[0]
    same, further = Q((column.name, value)), Q((f"{column.name}__{'lt' if column.descending else 'gt'}", value))
    if value is None:
        same, further = Q((f"{column.name}__isnull", True)), Q(pk__in=())
    elif column.name != "pk":
        further |= Q((f"{column.name}__isnull", True))
    return further | (same & _behind(columns[1:], values[1:])) if columns[1:] else further


def _as_json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value

"""Rows that belong to a quotation (spans, speakers, subjects), replaced where they are others than those stored."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db.models import JSONField, Model

from articles.models.bulk_rows import Row, batched, insert_rows, select_rows


def replace_rows(model: type[Model], columns: Sequence[str], known: Collection[int], rows: Iterable[Row]) -> None:
    """Store the rows of quotations, whose key is the first column and whose ordinal the second.

    `known` are the keys of quotations that may have some already: those stay where they are the same, and are deleted
    where they are not. Others are taken to have none.
    """
    wanted: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        wanted[row[0]].append(tuple(row))
    stored = _stored(model, columns, known)
    changed = [key for key in known if key in stored and stored[key] != wanted.get(key)]
    for some in batched(changed):
        model._base_manager.filter(quotation__in=some).delete()
    kept = stored.keys() - set(changed)
    insert_rows(model, columns, (row for key, own in wanted.items() if key not in kept for row in own))


def _stored(model: type[Model], columns: Sequence[str], known: Collection[int]) -> dict[int, list[Row]]:
    """Read the rows that quotations have, in the order of their ordinals."""
    of_json = {field.attname for field in model._meta.concrete_fields if isinstance(field, JSONField)}
    rows: dict[int, list[Row]] = defaultdict(list)
    for row in sorted(select_rows(model, columns, "quotation_id", known), key=lambda row: row[:2]):
        values = [_loaded(value) if name in of_json else value for name, value in zip(columns, row, strict=True)]
        rows[row[0]].append(tuple(values))
    return rows


def _loaded(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value

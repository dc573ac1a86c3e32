"""What hangs on an article in the tables, taken out of them and laid again: each row as plain values, with its key.

Rows come back as they were, with what editors decided; nothing is extracted for that. A column that a later version of
the archive took away is left out, one that it added has its default.
"""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import DateTimeField, Model, Q

from articles.models import (
    Article,
    Mention,
    Paragraph,
    Quotation,
    QuotationSpan,
    Role,
    SourceConflict,
    Speaker,
    Subject,
)
from articles.models.bulk_rows import insert_rows, update_rows

Row: TypeAlias = list[Any]


class KeptTable(NamedTuple):
    """Some rows of a table: the names of their attributes, the key's first, and their values in that order."""

    columns: list[str]
    rows: list[Row]


KeptRows: TypeAlias = dict[str, KeptTable]  # by the names of the tables' models

DELETED: tuple[tuple[type[Model], str], ...] = (  # with the way to the article; each after those that it names
    (Paragraph, "article"),
    (QuotationSpan, "quotation__article"),
    (Speaker, "quotation__article"),
    (Subject, "quotation__article"),
    (Role, "article"),
    (SourceConflict, "article"),
)
EMPTY: Mapping[type[Model], Mapping[str, Any]] = {
    Article: {
        "url": "",
        "title": "",
        "standfirst": "",
        "byline": "",
        "publisher_id": None,
        "named_as_id": None,
        "published": "",
        "published_from": None,
        "published_doubt": "",
        "section_id": None,
        "language": "",
        "imported": {},
        "quotation_count": 0,
        "withdrawn": True,
    },
    Quotation: {
        "text": "",
        "cue_words": "",
        "evidence": [],
        "found": [],
        "found_candidates": None,
        "found_about": [],
        "found_kind": "",
        "found_cue": "",
        "found_places": None,
        "last_places": None,
        "standing": Quotation.Standing.WITHDRAWN.value,
    },
    Mention: {
        "paragraph_id": None,
        "person_id": None,
        "extracted_as_id": None,
        "country_id": None,
        "by": "",
        "evidence": [],
        "found": None,
        "last_place": None,
        "standing": Mention.Standing.GONE.value,
    },
}
TOUCHED = "Mention that an editor touched"  # the table of those whose rows stay, since corrections name them
EMPTIED: tuple[tuple[type[Model], str], ...] = (
    (Mention, TOUCHED),
    (Quotation, "Quotation"),
    (Article, "Article"),
)


def take_out(article: int) -> KeptRows:
    """Take what hangs on an article out of the tables, and return it; the caller has the transaction."""
    kept = {model.__name__: _read(model, Q(**{way: article})) for model, way in DELETED}
    touched = Q(corrections__article=article)
    untouched = Q(paragraph__article=article, corrections=None)
    kept[TOUCHED] = _read(Mention, touched, EMPTY[Mention])
    kept[Mention.__name__] = _read(Mention, untouched)
    kept[Quotation.__name__] = _read(Quotation, Q(article=article), EMPTY[Quotation])
    kept[Article.__name__] = _read(Article, Q(pk=article), EMPTY[Article])
    for model, name in EMPTIED:
        _empty(model, kept[name])
    Mention._base_manager.filter(untouched).delete()
    for model, way in reversed(DELETED):
        model._base_manager.filter(**{way: article}).delete()
    return kept


def lay(kept: KeptRows) -> None:
    """Lay rows again that were taken out; the caller has the transaction."""
    for model, _ in DELETED:
        _insert(model, kept[model.__name__])
    _insert(Mention, kept[Mention.__name__])
    for model, name in EMPTIED:
        _update(model, kept[name])


def packed(kept: KeptRows) -> bytes:
    """Return kept rows as they are stored."""
    return zlib.compress(json.dumps(kept, ensure_ascii=False, cls=DjangoJSONEncoder).encode())


def unpacked(content: bytes) -> KeptRows:
    """Return the kept rows that `packed` made this of."""
    tables = json.loads(zlib.decompress(content))
    return {name: KeptTable(*table) for name, table in tables.items()}


def values_of(kept: KeptRows, name: str, *columns: str) -> Iterator[Row]:
    """Yield these columns of the kept rows of a table, in their order."""
    table = kept[name]
    places = [table.columns.index(column) for column in columns]
    return ([row[place] for place in places] for row in table.rows)


def _read(model: type[Model], which: Q, emptied: Mapping[str, Any] | None = None) -> KeptTable:
    names = emptied or [field.attname for field in model._meta.concrete_fields if not field.primary_key]
    columns = [model._meta.pk.attname, *names]
    rows = model._base_manager.filter(which).order_by("pk").distinct().values_list(*columns)
    return KeptTable(columns, [list(row) for row in rows])


def _empty(model: type[Model], table: KeptTable) -> None:
    """Empty the columns that are kept of these rows."""
    update_rows(model, list(EMPTY[model]), ((*EMPTY[model].values(), row[0]) for row in table.rows))


def _insert(model: type[Model], table: KeptTable) -> None:
    columns, rows = _of_today(model, table)
    insert_rows(model, columns, rows)


def _update(model: type[Model], table: KeptTable) -> None:
    columns, rows = _of_today(model, table)
    update_rows(model, columns[1:], ([*row[1:], row[0]] for row in rows))


def _of_today(model: type[Model], table: KeptTable) -> tuple[Sequence[str], list[Row]]:
    """Return the columns that the table still has, and the rows with their instants as such."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    places = [n for n, column in enumerate(table.columns) if column in fields]
    columns = [table.columns[n] for n in places]
    moments = {column for column in columns if isinstance(fields[column], DateTimeField)}
    rows = [
        [fields[c].to_python(row[n]) if c in moments else row[n] for c, n in zip(columns, places, strict=True)]
        for row in table.rows
    ]
    return columns, rows

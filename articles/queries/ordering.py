"""The orders of time. What has no date comes last in both: it is neither the newest nor the oldest.

A doubted date is none: it has no `published_from`.
"""

from typing import Any

from django.db.models import F, QuerySet
from django.db.models.expressions import OrderBy


def newest_first(prefix: str = "") -> tuple[OrderBy | str, ...]:
    """Order by the articles' dates, the latest first; `prefix` leads from quotations to their article."""
    return F(f"{prefix}published_from").desc(nulls_last=True), f"-{prefix}pk", *_within(prefix)


def oldest_first(prefix: str = "") -> tuple[OrderBy | str, ...]:
    """Order by the articles' dates, the earliest first."""
    return F(f"{prefix}published_from").asc(nulls_last=True), f"{prefix}pk", *_within(prefix)


def newest(rows: QuerySet[Any], limit: int, prefix: str = "") -> list[int]:
    """Return the keys of the newest few."""
    return list(rows.order_by(*newest_first(prefix)).values_list("pk", flat=True)[:limit])


def _within(prefix: str) -> tuple[str, ...]:
    """What one article says stays in the order it says it, whichever way time runs."""
    return ("ordinal", "pk") if prefix else ()

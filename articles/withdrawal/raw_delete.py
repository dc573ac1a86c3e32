"""Deleting rows past the guards that hold everywhere else: erasing is the one way in which a correction ever goes."""

from typing import Any

from django.db.models import QuerySet


def raw_delete(rows: "QuerySet[Any]") -> int:
    """Delete rows by one statement and return how many; what refers to them is to be deleted in the same transaction.

    Django's own deletion asks no database, but its models, and stops at what they protect.
    """
    return rows.order_by()._raw_delete(rows.db)

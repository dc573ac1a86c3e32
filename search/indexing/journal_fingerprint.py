"""The fingerprint by which an index knows the journal it follows, so that it never goes on in another database's."""

import json
from datetime import UTC
from functools import reduce
from hashlib import sha256
from operator import or_

from django.db.models import Q, Subquery

from articles.models import Change
from search.engines.port import IndexState

OTHER_JOURNAL = "The search index has followed another journal than this one, so it belongs to another database."


def fingerprint_at(number: int | None = None) -> str:
    """Return the fingerprint of the journal up to a number, or of all of it.

    It is a SHA-256 in hexadecimal of the first and the last row. Rows of a journal never change, so the fingerprint at
    a number stays the same however the journal goes on. Where the row of that number is missing, the last row is
    another one, and so is the fingerprint. Takes one query.
    """
    rows = Change.objects.all() if number is None else Change.objects.filter(number__lte=number)
    numbers = (Subquery(rows.order_by(order).values("number")[:1]) for order in ("number", "-number"))
    ends = list(Change.objects.filter(reduce(or_, (Q(number=one) for one in numbers))).order_by("number"))
    return sha256(json.dumps([_values(row) for row in (*ends[:1], *ends[-1:])]).encode()).hexdigest()


def _values(change: Change) -> list[int | str]:
    at = change.at.astimezone(UTC).isoformat()
    return [change.number, change.article_id, change.revision, change.kind, at]


def why_other_journal(state: IndexState) -> str:
    """Return a sentence where an index has followed another journal than this database's; empty where it has not."""
    return "" if state.journal_fingerprint == fingerprint_at(state.reached) else OTHER_JOURNAL

"""The fingerprint by which an index knows the journal it follows, so that it never goes on in another database's."""

import json
from datetime import UTC
from hashlib import sha256

from articles.models import Change
from search.engines.port import IndexState

OTHER_JOURNAL = "The search index has followed another journal than this one, so it belongs to another database."


def fingerprint_at(number: int) -> str:
    """Return the fingerprint of the journal up to a number: a SHA-256 in hexadecimal of its first and last row.

    Rows of a journal never change, so the fingerprint at a number stays the same however the journal goes on. Where the
    row of that number is missing, the last row is another one, and so is the fingerprint. Takes two queries.
    """
    rows = Change.objects.filter(number__lte=number)
    ends = [row for row in (rows.order_by("number").first(), rows.order_by("-number").first()) if row]
    return sha256(json.dumps([_values(row) for row in ends]).encode()).hexdigest()


def _values(change: Change) -> list[int | str]:
    at = change.at.astimezone(UTC).isoformat()
    return [change.number, change.article_id, change.revision, change.kind, at]


def why_other_journal(state: IndexState) -> str:
    """Return a sentence where an index has followed another journal than this database's; empty where it has not."""
    return "" if state.journal_fingerprint == fingerprint_at(state.reached) else OTHER_JOURNAL

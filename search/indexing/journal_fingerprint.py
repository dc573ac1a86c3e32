"""By what an index knows the journal it follows, so that it never goes on in the journal of another database."""

import json
from datetime import UTC
from hashlib import sha256

from articles.models import Change
from search.engines.port import IndexState

FOREIGN = "The search index has followed another journal than this one, so it belongs to another database."


def mark_at(number: int) -> str:
    """Return the mark of the journal up to that number: a digest of the first row and of the last.

    Rows of a journal never change, so the mark at a number stays what it is however the journal goes on. Where the row
    of that number is not there, another one is the last, and the mark another.
    """
    rows = Change.objects.filter(number__lte=number)
    told = [_told(row) for row in (rows.order_by("number").first(), rows.order_by("-number").first()) if row]
    return sha256(json.dumps(told).encode()).hexdigest()


def _told(change: Change) -> list[int | str]:
    at = change.at.astimezone(UTC).isoformat()
    return [change.number, change.article_id, change.revision, change.kind, at]


def foreign(state: IndexState) -> str:
    """Say that an index has followed another journal than that of this database, or nothing."""
    return "" if state.mark == mark_at(state.reached) else FOREIGN

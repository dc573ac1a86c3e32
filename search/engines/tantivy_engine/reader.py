"""A snapshot asked on behalf of one request: every question is a step, and none begins after the deadline."""

from collections.abc import Mapping
from typing import Any

from tantivy import DocAddress, Order, Query

from search.engines.deadline import Deadline
from search.engines.port import Sort
from search.engines.tantivy_engine import queries as q
from search.engines.tantivy_engine.fields import MOMENTS
from search.engines.tantivy_engine.snapshot import Snapshot

MOST_VALUES = 60_000  # of one aggregation; tantivy refuses more than 65,000
ALL = 100_000_000  # values that a segment may hand on, so that counts are exact
PIECES = 8  # into which a field with too many values is cut
Scored = tuple[float, DocAddress]


class Reader:
    """Asks one snapshot until a deadline."""

    def __init__(self, snapshot: Snapshot, deadline: Deadline) -> None:
        self.snapshot = snapshot
        self.searcher = snapshot.searcher
        self.deadline = deadline

    def count(self, query: Query) -> int:
        """Return how many documents match."""
        self.deadline.check()
        count: int = self.searcher.search(query, 1, count=True).count
        return count

    def best(self, query: Query, most: int, sort: Sort) -> list[Scored]:
        """Return the first documents in an order, with their scores (0 where time orders them)."""
        self.deadline.check()
        most = max(1, min(most, self.searcher.num_docs))
        if sort == "relevance":
            return self.searcher.search(query, most, count=False, weight_by_field="weight").hits
        order = Order.Desc if sort == "newest" else Order.Asc
        by = MOMENTS[sort == "oldest"]
        found = self.searcher.search(query, most, count=False, order_by_field=by, order=order).hits
        return [(0.0, address) for _, address in found]

    def values(self, field: str, addresses: list[DocAddress]) -> list[int]:
        """Return the one value that each document has in a field."""
        self.deadline.check()
        return self.searcher.fast_field_values(field, addresses)

    def aggregate(self, query: Query, fields: Mapping[str, int]) -> dict[str, dict[int, int]]:
        """Return, for each field, its most frequent values and how many documents have each, up to the number given."""
        self.deadline.check()
        asked = {field: _terms(field, most) for field, most in fields.items() if most}
        told = self.searcher.aggregate(query, asked) if asked else {}
        return {field: _counts(told.get(field, {})) for field in fields}

    def different(self, query: Query, field: str) -> tuple[int, int]:
        """Return how many documents match, and how many values they have in a field of which each has one.

        Values of one document alone need not be listed: they are as many as the documents that are left.
        """
        self.deadline.check()
        repeated = _terms(field, MOST_VALUES, least=2)
        told = self.searcher.aggregate(query, {"all": {"value_count": {"field": field}}, "repeated": repeated})
        documents, counts = int(told["all"]["value"]), _counts(told["repeated"])
        if len(counts) >= MOST_VALUES:
            return documents, len(self.all_values(query, field))
        return documents, documents - sum(counts.values()) + len(counts)

    def all_values(self, query: Query, field: str) -> dict[int, int]:
        """Return every value that matching documents have in a field, and how many have it, whatever their number."""
        self.deadline.check()
        told = self.searcher.aggregate(query, {"all": _terms(field, MOST_VALUES)})["all"]
        if not told["sum_other_doc_count"]:
            return _counts(told)
        bounds = {"low": {"min": {"field": field}}, "high": {"max": {"field": field}}}
        low, high = (int(one["value"]) for one in self.searcher.aggregate(query, bounds).values())
        return self._in_pieces(query, field, low, high + 1)

    def _in_pieces(self, query: Query, field: str, low: int, high: int) -> dict[int, int]:
        """Return what all_values does of the values from the one to below the other, piece by piece."""
        if high - low <= 1:
            return {low: self.count(q.all_of([query, q.term(field, low)]))}
        step = -(-(high - low) // PIECES)
        found: dict[int, int] = {}
        for begin in range(low, high, step):
            found |= self._piece(query, field, begin, min(begin + step, high))
        return found

    def _piece(self, query: Query, field: str, low: int, high: int) -> dict[int, int]:
        self.deadline.check()
        some = q.all_of([query, q.between(field, low, high)])
        told: dict[str, Any] = self.searcher.aggregate(some, {"all": _terms(field, MOST_VALUES)})["all"]
        if told["sum_other_doc_count"]:
            return self._in_pieces(query, field, low, high)
        return {value: count for value, count in _counts(told).items() if low <= value < high}


def _terms(field: str, most: int, least: int = 1) -> dict[str, Any]:
    return {"terms": {"field": field, "size": most, "segment_size": ALL, "min_doc_count": least}}


def _counts(told: Mapping[str, Any]) -> dict[int, int]:
    return {int(one["key"]): one["doc_count"] for one in told.get("buckets", ())}

"""The doc values of a segment in memory: arrays over its paragraphs, and arrays over its quotations.

Arrays are as narrow as their numbers allow, and what documents have in common with their article is kept once, by its
edition (editions.py): an archive of a million paragraphs is in the memory of every process that searches it.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

import numpy as np

from search.engines.whoosh_engine.index.editions import EditionReader
from search.engines.whoosh_engine.index.ordinals import MultiValued, multi_valued, narrow
from search.engines.whoosh_engine.index.traits import to_traits
from search.engines.whoosh_engine.storage.doc_values import FACET_LISTS, DocValues

COLUMNS = ("id", "paragraph", "length")


class SegmentDocs:
    """The doc values of one kind of document of a segment, by doc id.

    `columns` has an array for each of COLUMNS, the `edition` of each document among those of the segment, and its
    `traits` (traits.py); `lists` has the values of each of FACET_LISTS; `begins` says at which place each text begins.
    """

    def __init__(self, columns: Mapping[str, np.ndarray], lists: Mapping[str, MultiValued]) -> None:
        self.size = len(columns["id"])
        self.columns = columns
        self.lists = lists
        self.tokens = int(columns["length"].sum())
        ends = np.cumsum(columns["length"].astype(np.int64) + 1)
        begins = ends - columns["length"] - 1  # one place is left free after each text
        self.begins = begins.astype(np.int32) if not self.size or ends[-1] < 2**31 else begins

    def doc_ids_of(self, ids: np.ndarray) -> np.ndarray:
        """Return the doc ids of some ids of the database; -1 for those that are not here."""
        if not self.size:
            return np.full(len(ids), -1)
        indices = np.minimum(np.searchsorted(self._ids[0], ids), self.size - 1)
        return np.where(self._ids[0][indices] == ids, self._ids[1][indices], -1)

    @cached_property
    def _ids(self) -> tuple[np.ndarray, np.ndarray]:
        """The ids of the database, ascending, and the doc id of each."""
        order = np.argsort(self.columns["id"], kind="stable")
        return self.columns["id"][order], order


class DocValueReader:
    """Gathers the doc values of a segment while they are read, some documents at a time."""

    def __init__(self) -> None:
        self.editions = EditionReader()
        self.columns: dict[str, list[np.ndarray]] = defaultdict(list)
        self.values: dict[str, list[np.ndarray]] = defaultdict(list)
        self.counts: dict[str, list[np.ndarray]] = defaultdict(list)

    def add(self, doc_values: DocValues) -> None:
        """Take the doc values of the next documents."""
        columns = doc_values.columns
        for name in ("quotation", *COLUMNS):
            self.columns[name].append(narrow(columns[name]))
        self.columns["traits"].append(to_traits(columns["part"], columns["has_quotation"]))
        self.columns["edition"].append(self.editions.add(doc_values))
        for name in FACET_LISTS:
            values, counts = doc_values.lists[name]
            self.values[name].append(narrow(values))
            self.counts[name].append(narrow(counts))

    def column(self, name: str) -> np.ndarray:
        """Return one doc value of all documents."""
        return _end_to_end(self.columns[name])

    def docs(self, documents: np.ndarray, doc_id: np.ndarray) -> SegmentDocs:
        """Return the doc values of some documents, which have the ids that `doc_id` gives each document."""
        columns = {name: self.column(name)[documents] for name in (*COLUMNS, "traits", "edition")}
        if np.array_equal(columns["id"], columns["paragraph"]):
            columns["paragraph"] = columns["id"]  # a paragraph's own: kept once
        chosen = np.zeros(len(doc_id), bool)
        chosen[documents] = True
        return SegmentDocs(columns, {name: self._list(name, chosen, doc_id) for name in FACET_LISTS})

    def _list(self, name: str, chosen: np.ndarray, doc_id: np.ndarray) -> MultiValued:
        values, counts = _end_to_end(self.values[name]), _end_to_end(self.counts[name])
        owners = np.repeat(doc_id, np.where(chosen, counts, 0))
        return multi_valued(values.compress(np.repeat(chosen, counts)), owners, int(np.count_nonzero(chosen)))


def _end_to_end(parts: list[np.ndarray]) -> np.ndarray:
    return np.concatenate(parts) if parts else np.zeros(0, np.uint8)

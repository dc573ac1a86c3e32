"""One segment of the index, opened: its term dictionaries, posting lists and doc values.

Paragraphs and quotations are kept apart: each unit has doc ids of its own, from 0.
"""

import os
import weakref
from collections.abc import Mapping
from functools import cached_property

import numpy as np

from search.engines.facet_encoding import KINDS
from search.engines.port import QUOTED_WEIGHT, TITLE_WEIGHT
from search.engines.whoosh_engine.index.fuzzy_terms import TermsByLength
from search.engines.whoosh_engine.index.ordinals import MultiValued, multi_valued, single_valued, to_ordinals
from search.engines.whoosh_engine.index.postings import EMPTY, NO_POSITIONS, Postings, PostingsByUnit, narrow
from search.engines.whoosh_engine.storage.doc_values import UNKNOWN
from search.engines.whoosh_engine.storage.posting_codec import PostingList, size_without_positions, unpack
from search.engines.whoosh_engine.storage.schema import SCHEMA
from search.engines.whoosh_engine.storage.segment_codec import SegmentFiles

UNITS = ("paragraphs", "quotations")  # of documents
Columns = Mapping[str, np.ndarray]
Lists = Mapping[str, tuple[np.ndarray, np.ndarray]]
READ_AHEAD = 2**14  # bytes of a list that are read at once when its positions are not needed


class Segment:
    """A segment; nothing of it ever changes but which of its documents are deleted, which a snapshot knows."""

    def __init__(self, written: SegmentFiles) -> None:
        self.name = written.name
        self.file = os.open(written.lists, os.O_RDONLY)  # stays readable when a later commit deletes it
        weakref.finalize(self, os.close, self.file)
        self.term_dictionaries = written.term_dictionaries()
        values = written.doc_values(SCHEMA["facts"].column_type)
        self.is_quotation = values.columns["quotation"] == 1
        self.doc_id = np.empty(len(self.is_quotation), np.int32)
        self.articles, article = to_ordinals(values.columns["article"])
        self.parents, parent = to_ordinals(values.columns["paragraph"])
        columns = values.columns | {"article": article, "parent": parent}
        self.docs = {unit: self._docs_of(unit, columns, values.lists) for unit in UNITS}

    def _docs_of(self, unit: str, columns: Columns, lists: Lists) -> "SegmentDocs":
        documents = self.documents(unit)
        self.doc_id[documents] = np.arange(len(documents), dtype=np.int32)
        of_unit = {name: column[documents] for name, column in columns.items()}
        return SegmentDocs(of_unit, {name: self._list(unit, *lists[name]) for name in lists})

    def _list(self, unit: str, values: np.ndarray, documents: np.ndarray) -> MultiValued:
        kept = self.is_quotation[documents] == (unit == "quotations")
        return multi_valued(values[kept], self.doc_id[documents[kept]], len(self.documents(unit)))

    def documents(self, unit: str) -> np.ndarray:
        """Return which documents of the segment are of a unit, in the order of their doc ids."""
        return np.flatnonzero(self.is_quotation == (unit == "quotations"))

    @cached_property
    def terms_by_length(self) -> TermsByLength:
        """The terms by their length, for fuzzy search."""
        return TermsByLength(self.term_dictionaries["words"])

    def read(self, field: str, ordinal: int, with_positions: bool = False) -> PostingsByUnit:
        """Read the posting list of a term, given by its ordinal in a field's dictionary."""
        dictionary = self.term_dictionaries[field]
        postings = self._read_list(int(dictionary.begins[ordinal]), int(dictionary.sizes[ordinal]), with_positions)
        quoted = self.is_quotation[postings.documents]
        return {"paragraphs": self._part(postings, ~quoted, "paragraphs"),
                "quotations": self._part(postings, quoted, "quotations")}  # fmt: skip

    def documents_with(self, word: str, live_docs: np.ndarray) -> int:
        """Return how many live documents have a word."""
        dictionary = self.term_dictionaries["words"]
        ordinal = dictionary.ordinal_of(word)
        if ordinal is None or live_docs.all():
            return 0 if ordinal is None else int(dictionary.documents[ordinal])
        postings = self._read_list(int(dictionary.begins[ordinal]), int(dictionary.sizes[ordinal]), False)
        return int(np.count_nonzero(live_docs[postings.documents]))

    def _read_list(self, begin: int, size: int, with_positions: bool) -> PostingList:
        packed = os.pread(self.file, size if with_positions else min(size, READ_AHEAD), begin)
        if not with_positions and size > READ_AHEAD:
            packed = os.pread(self.file, size_without_positions(packed), begin)
        return unpack(packed, with_positions)

    def _part(self, postings: PostingList, kept: np.ndarray, unit: str) -> Postings:
        doc_ids, counts = self.doc_id[postings.documents[kept]], postings.counts[kept]
        if not len(doc_ids):
            return EMPTY
        if not len(postings.positions):
            return Postings(doc_ids, narrow(counts), NO_POSITIONS)
        begins = self.docs[unit].begins
        positions = postings.positions[np.repeat(kept, postings.counts)].astype(begins.dtype)
        return Postings(doc_ids, narrow(counts), np.repeat(begins[doc_ids], counts) + positions)


class SegmentDocs:
    """The doc values of the documents of one unit in a segment.

    `article` and `parent` are ordinals among the segment's articles and paragraphs; `begins` is where each text begins.
    """

    def __init__(self, columns: Columns, lists: Mapping[str, MultiValued]) -> None:
        self.size = len(columns["id"])
        is_title, quoted = columns["part"] == KINDS.index("title"), columns["has_quotation"] == 1
        self.columns = {
            "id": columns["id"],
            "paragraph": columns["paragraph"],
            "revision": columns["revision"],
            "story": columns["story"],
            "part": columns["part"].astype(np.int8),
            "quoted": quoted,
            "published": columns["published"],
            "day": np.where(columns["day"] == UNKNOWN, -1, columns["day"]).astype(np.int32),
            "length": columns["length"].astype(np.int32),
            "weight": np.where(is_title, TITLE_WEIGHT, np.where(quoted, QUOTED_WEIGHT, 1)).astype(np.float32),
        }
        self.article, self.parent = columns["article"], columns["parent"]
        self.publisher = single_valued(columns["publisher"], UNKNOWN)
        self.lists = lists
        self.begins = _begins(columns["length"])


def _begins(lengths: np.ndarray) -> np.ndarray:
    """Return the position of the first token of every document; one is left free after each text."""
    ends = np.cumsum(lengths.astype(np.int64) + 1)
    begins: np.ndarray = ends - lengths - 1
    return begins.astype(np.int32) if not len(ends) or ends[-1] < 2**31 else begins

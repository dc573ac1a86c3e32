"""One segment of the index, opened: its words, its posting lists and the facts of its documents.

Paragraphs and quotations are kept apart: each kind has rows of its own, numbered from 0.
"""

import os
import weakref
from collections.abc import Mapping
from functools import cached_property

import numpy as np

from search.engines.facet_encoding import KINDS
from search.engines.port import QUOTED_WEIGHT, TITLE_WEIGHT
from search.engines.whoosh_engine.index.fuzzy_terms import Lengths
from search.engines.whoosh_engine.index.ordinals import Many, coded, many, single
from search.engines.whoosh_engine.index.postings import EMPTY, NO_PLACES, Both, Postings, narrow
from search.engines.whoosh_engine.storage.doc_values import UNKNOWN
from search.engines.whoosh_engine.storage.posting_codec import PostingList, size_without_positions, unpack
from search.engines.whoosh_engine.storage.schema import SCHEMA
from search.engines.whoosh_engine.storage.segment_codec import SegmentFiles

UNITS = ("paragraphs", "quotations")  # of documents
Columns = Mapping[str, np.ndarray]
Lists = Mapping[str, tuple[np.ndarray, np.ndarray]]
PEEK = 2**14  # bytes of a list that are read at once when its positions are not needed


class Segment:
    """A segment; nothing of it ever changes but which of its documents are deleted, which a generation knows."""

    def __init__(self, written: SegmentFiles) -> None:
        self.name = written.name
        self.file = os.open(written.lists, os.O_RDONLY)  # stays readable when the next generation clears it away
        weakref.finalize(self, os.close, self.file)
        self.term_dictionaries = written.term_dictionaries()
        facts = written.doc_values(SCHEMA["facts"].column_type)
        self.is_quotation = facts.columns["quotation"] == 1
        self.row = np.empty(len(self.is_quotation), np.int32)
        self.articles, article = coded(facts.columns["article"])
        self.homes, home = coded(facts.columns["paragraph"])
        places = facts.columns | {"article": article, "home": home}
        self.rows = {unit: self._rows_of(unit, places, facts.lists) for unit in UNITS}

    def _rows_of(self, unit: str, columns: Columns, lists: Lists) -> "SegmentRows":
        documents = self.documents(unit)
        self.row[documents] = np.arange(len(documents), dtype=np.int32)
        told = {name: column[documents] for name, column in columns.items()}
        return SegmentRows(told, {name: self._list(unit, *lists[name]) for name in lists})

    def _list(self, unit: str, values: np.ndarray, documents: np.ndarray) -> Many:
        kept = self.is_quotation[documents] == (unit == "quotations")
        return many(values[kept], self.row[documents[kept]], len(self.documents(unit)))

    def documents(self, unit: str) -> np.ndarray:
        """Return the documents of one kind, in the order of their rows."""
        return np.flatnonzero(self.is_quotation == (unit == "quotations"))

    @cached_property
    def lengths(self) -> Lengths:
        """The words by their length, to find those that are like another."""
        return Lengths(self.term_dictionaries["words"])

    def read(self, field: str, place: int, with_places: bool = False) -> Both:
        """Read the list of the word at a place of a dictionary."""
        dictionary = self.term_dictionaries[field]
        postings = self._read_list(int(dictionary.begins[place]), int(dictionary.sizes[place]), with_places)
        quoted = self.is_quotation[postings.documents]
        return {"paragraphs": self._part(postings, ~quoted, "paragraphs"),
                "quotations": self._part(postings, quoted, "quotations")}  # fmt: skip

    def documents_with(self, word: str, alive: np.ndarray) -> int:
        """Count the documents that have a word and are not deleted."""
        dictionary = self.term_dictionaries["words"]
        place = dictionary.ordinal_of(word)
        if place is None or alive.all():
            return 0 if place is None else int(dictionary.documents[place])
        postings = self._read_list(int(dictionary.begins[place]), int(dictionary.sizes[place]), False)
        return int(np.count_nonzero(alive[postings.documents]))

    def _read_list(self, begin: int, size: int, with_places: bool) -> PostingList:
        packed = os.pread(self.file, size if with_places else min(size, PEEK), begin)
        if not with_places and size > PEEK:
            packed = os.pread(self.file, size_without_positions(packed), begin)
        return unpack(packed, with_places)

    def _part(self, postings: PostingList, kept: np.ndarray, unit: str) -> Postings:
        rows, counts = self.row[postings.documents[kept]], postings.counts[kept]
        if not len(rows):
            return EMPTY
        if not len(postings.positions):
            return Postings(rows, narrow(counts), NO_PLACES)
        begins = self.rows[unit].begins
        positions = postings.positions[np.repeat(kept, postings.counts)].astype(begins.dtype)
        return Postings(rows, narrow(counts), np.repeat(begins[rows], counts) + positions)


class SegmentRows:
    """The facts of one kind of document of a segment, row by row.

    `article` and `home` are places among the segment's articles and paragraphs; `begins` is where each text begins.
    """

    def __init__(self, told: Columns, lists: Mapping[str, Many]) -> None:
        self.size = len(told["id"])
        is_title, quoted = told["part"] == KINDS.index("title"), told["has_quotation"] == 1
        self.columns = {
            "id": told["id"],
            "paragraph": told["paragraph"],
            "revision": told["revision"],
            "story": told["story"],
            "part": told["part"].astype(np.int8),
            "quoted": quoted,
            "published": told["published"],
            "day": np.where(told["day"] == UNKNOWN, -1, told["day"]).astype(np.int32),
            "length": told["length"].astype(np.int32),
            "weight": np.where(is_title, TITLE_WEIGHT, np.where(quoted, QUOTED_WEIGHT, 1)).astype(np.float32),
        }
        self.article, self.home = told["article"], told["home"]
        self.publisher = single(told["publisher"], UNKNOWN)
        self.lists = lists
        self.begins = _begins(told["length"])


def _begins(lengths: np.ndarray) -> np.ndarray:
    """Return the place of the first token of every row; one is left free after each text."""
    ends = np.cumsum(lengths.astype(np.int64) + 1)
    begins = ends - lengths - 1
    return begins.astype(np.int32) if not len(ends) or ends[-1] < 2**31 else begins

"""One segment of the index, opened: its words, its posting lists and the doc values of its documents.

Paragraphs and quotations are kept apart: each kind has doc ids of its own, numbered from 0.
"""

import os
import weakref

import numpy as np

from search.deadline import Deadline
from search.engines.whoosh_engine.index.fuzzy_terms import TermsByLength
from search.engines.whoosh_engine.index.postings import EMPTY, Postings
from search.engines.whoosh_engine.index.segment_docs import DocValueReader
from search.engines.whoosh_engine.storage.posting_codec import (
    HEADER,
    PostingList,
    extent,
    size_without_positions,
    unpack,
    unpack_by_unit,
)
from search.engines.whoosh_engine.storage.random_access import READ_ONLY, read_at
from search.engines.whoosh_engine.storage.schema import SCHEMA
from search.engines.whoosh_engine.storage.segment_codec import SegmentFiles

UNITS = ("paragraphs", "quotations")  # of documents
PEEK = 2**14  # bytes of a list that are read at once: most are no longer


class Segment:
    """A segment; nothing of it ever changes but which of its documents are deleted, which a snapshot knows."""

    def __init__(self, files: SegmentFiles) -> None:
        self.name = files.name
        self.file = os.open(files.lists, READ_ONLY)  # stays readable when the next snapshot clears it away
        weakref.finalize(self, os.close, self.file)
        self.term_dictionaries = files.term_dictionaries()
        self._terms_by_length: dict[str, TermsByLength] = {}
        reader = DocValueReader()
        for doc_values in files.doc_values(SCHEMA["facts"].column_type):
            reader.add(doc_values)
        self.is_quotation = reader.column("quotation").astype(bool)
        self.editions = reader.editions.read()
        self.doc_id = np.empty(len(self.is_quotation), np.int32)
        for unit in UNITS:
            documents = self.documents(unit)
            self.doc_id[documents] = np.arange(len(documents), dtype=np.int32)
        self.docs = {unit: reader.docs(self.documents(unit), self.doc_id) for unit in UNITS}

    def documents(self, unit: str) -> np.ndarray:
        """Return the numbers that the documents of one kind have in the segment, in the order of their ids."""
        return np.flatnonzero(self.is_quotation == (unit == "quotations"))

    def terms_like(self, field: str, word: str, edits: int, deadline: Deadline) -> np.ndarray:
        """Return the ordinals of the terms of a field that are at most so many edits from a word."""
        if field not in self._terms_by_length:
            self._terms_by_length[field] = TermsByLength(self.term_dictionaries[field])
        return self._terms_by_length[field].like(word, edits, deadline)

    def read(self, field: str, ordinal: int, unit: str, with_positions: bool = False) -> Postings:
        """Read where the term of an ordinal occurs in paragraphs or in quotations."""
        postings = self._read_list(*self._extent(field, ordinal), unit == "quotations", with_positions)
        if not len(postings.documents):
            return EMPTY
        return Postings(self.doc_id.take(postings.documents), postings.counts, postings.positions)

    def documents_with(self, word: str, live_docs: np.ndarray) -> int:
        """Count the documents that have a word and are not deleted."""
        dictionary = self.term_dictionaries["words"]
        ordinal = dictionary.ordinal_of(word)
        if ordinal is None or live_docs.all():
            return 0 if ordinal is None else int(dictionary.documents[ordinal])
        begin, size = self._extent("words", ordinal)
        parts = unpack_by_unit(read_at(self.file, size, begin), with_positions=False)
        return sum(int(np.count_nonzero(live_docs[part.documents])) for part in parts)

    def _extent(self, field: str, ordinal: int) -> tuple[int, int]:
        dictionary = self.term_dictionaries[field]
        return int(dictionary.begins[ordinal]), int(dictionary.sizes[ordinal])

    def _read_list(self, place: int, size: int, quotations: bool, with_positions: bool) -> PostingList:
        peeked = read_at(self.file, min(size, PEEK), place)
        begin, end = extent(peeked, size, quotations)
        if begin == end:
            return PostingList(*[np.zeros(0, np.uint32)] * 3)
        if not with_positions:
            head = peeked[begin : begin + HEADER.size]
            if len(head) < HEADER.size:
                head = read_at(self.file, HEADER.size, place + begin)
            end = begin + size_without_positions(head)
        packed = peeked[begin:end] if end <= len(peeked) else read_at(self.file, end - begin, place + begin)
        return unpack(packed, with_positions)
